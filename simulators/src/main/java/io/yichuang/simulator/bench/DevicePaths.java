package io.yichuang.simulator.bench;

import io.helidon.webserver.http.ServerRequest;
import io.yichuang.simulator.Fields;
import io.yichuang.simulator.SimulatedDevice;
import io.yichuang.simulator.Simulators;
import io.yichuang.simulator.bench.Bench.Media;
import io.yichuang.simulator.fault.FaultPlan;
import io.yichuang.simulator.people.Person;
import io.yichuang.simulator.receipt.PrintedReceipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Devices and people. */
final class DevicePaths {
  /** Of a fault: its name, and when it strikes. */
  private static final List<String> PLAN = List.of("fault", "after", "times", "rate");

  private final Simulators simulators;

  DevicePaths(Simulators simulators) {
    this.simulators = simulators;
  }

  void addTo(Paths paths) {
    paths.get("/bench/devices", _ -> simulators.devices().stream().map(DevicePaths::view).toList());
    paths.get("/bench/people", _ -> people());
    paths.post("/bench/people", this::join);
    paths.get("/bench/people/{id}/portrait", this::portrait);
    paths.get("/bench/papers", _ -> simulators.papers().all());
    paths.post("/bench/reset", _ -> done(simulators::reset));
    paths.post("/bench/id-card-reader/card", this::layCard);
    paths.delete("/bench/id-card-reader/card", _ -> done(simulators.idCardReader()::take));
    paths.post("/bench/scanner/pages", this::loadPages);
    paths.delete("/bench/scanner/pages", _ -> done(() -> simulators.scanner().emptyFeeder()));
    paths.post("/bench/scanner/platen", this::layOnPlaten);
    paths.delete("/bench/scanner/platen", _ -> done(() -> simulators.scanner().clearPlaten()));
    camera(paths, "document-camera");
    camera(paths, "face-camera");
    paths.get("/bench/receipt-printer/output", _ -> receipts());
    paths.get("/bench/receipt-printer/output/{file}", this::receipt);
    paths.delete(
        "/bench/receipt-printer/output", _ -> done(simulators.receiptPrinter()::clearOutput));
    paths.get("/bench/page-printer/output", _ -> simulators.pagePrinter().output());
    paths.get("/bench/page-printer/output/{file}", this::printedPdf);
    paths.delete("/bench/page-printer/output", _ -> done(simulators.pagePrinter()::clearOutput));
    paths.get("/bench/{device}/faults", request -> faults(device(request)));
    paths.post("/bench/{device}/faults", this::setFault);
    paths.delete("/bench/{device}/faults", request -> done(device(request)::clearFaults));
    paths.post("/bench/{device}/unplug", request -> done(device(request)::unplug));
    paths.post("/bench/{device}/plug", request -> done(device(request)::plug));
    paths.post("/bench/{device}/{action}", this::act);
  }

  private void camera(Paths paths, String id) {
    String path = "/bench/" + id + "/view";
    paths.post(path, request -> show(camera(id), Body.of(request)));
    paths.delete(path, _ -> done(camera(id)::clearView));
    paths.get(path, _ -> new Media("image/jpeg", camera(id).view()));
  }

  private CameraBench camera(String id) {
    return id.equals("face-camera") ? simulators.faceCamera() : simulators.documentCamera();
  }

  private static Map<String, Object> view(SimulatedDevice device) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", device.id());
    view.put("address", device.address());
    view.put("state", device.state());
    view.put("faults", device.activeFaults());
    view.put("knownFaults", device.faults());
    view.put("actions", device.actions());
    return view;
  }

  private List<Map<String, Object>> people() {
    return simulators.people().all().stream().map(this::view).toList();
  }

  private Map<String, Object> view(Person person) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", person.id());
    view.put("name", person.name());
    view.put("kind", person.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    view.put("number", person.number());
    view.put("phone", person.phone());
    view.put("portrait", simulators.people().portrait(person).isPresent());
    view.put("note", person.noteZh());
    view.put("noteEn", person.noteEn());
    return view;
  }

  /**
   * {@code multipart/form-data} with {@code portrait} and maybe {@code name}, or the picture as the
   * body.
   */
  private Object join(ServerRequest request) {
    String name = null;
    byte[] portrait = null;
    for (Body.Part part : Body.of(request).files()) {
      if (part.field().equals("name")) {
        name = part.text();
      } else if (portrait == null) {
        portrait = part.bytes();
      }
    }
    if (portrait == null) {
      throw BenchRefusal.bad("missing-field", "The form lacks the file 'portrait'");
    }
    return view(simulators.people().join(name, portrait));
  }

  private Object portrait(ServerRequest request) {
    Person person = simulators.person(Paths.part(request, "id"));
    byte[] portrait = portraitOf(person);
    boolean png = portrait.length > 0 && (portrait[0] & 0xFF) == 0x89; // PNG; else JPEG
    return new Media(png ? "image/png" : "image/jpeg", portrait);
  }

  private byte[] portraitOf(Person person) {
    return simulators
        .people()
        .portrait(person)
        .orElseThrow(() ->
            new BenchRefusal(
                409,
                "no-portrait",
                "'" + person.id() + "' has no portrait; these have",
                simulators.people().all().stream()
                    .filter(p -> simulators.people().portrait(p).isPresent())
                    .map(Person::id)
                    .toList()));
  }

  private @Nullable Object layCard(ServerRequest request) {
    Person person = simulators.person(Body.required(Body.of(request).json(), "person"));
    simulators.idCardReader().lay(person);
    return view(person);
  }

  private Object loadPages(ServerRequest request) {
    return Map.of("added", simulators.scanner().load(pages(Body.of(request))));
  }

  private @Nullable Object layOnPlaten(ServerRequest request) {
    simulators.scanner().layOnPlaten(pages(Body.of(request)).getFirst());
    return null;
  }

  private List<byte[]> pages(Body body) {
    return body.isJson()
        ? List.of(simulators.papers().pdf(Body.required(body.json(), "paper")))
        : body.pictures().stream().map(Body.Part::bytes).toList();
  }

  private @Nullable Object show(CameraBench camera, Body body) {
    if (body.isJson()) {
      JsonNode json = body.json();
      if (json.has("paper")) {
        String paper = Body.required(json, "paper");
        var fields = new Fields(body.fields(List.of("paper", "page")));
        int page = fields.has("page") ? fields.whole("page", 1, Integer.MAX_VALUE) : 1;
        camera.show(simulators.papers().photo(paper, page));
      } else {
        camera.show(portraitOf(simulators.person(Body.required(json, "person"))));
      }
    } else {
      camera.show(body.files().getFirst().bytes());
    }
    return null;
  }

  private List<Map<String, Object>> receipts() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (PrintedReceipt receipt : simulators.receiptPrinter().output()) {
      Map<String, Object> view = new LinkedHashMap<>();
      view.put("id", receipt.id());
      view.put("time", receipt.time().toString());
      view.put("text", receipt.text());
      view.put("codes", receipt.codes());
      view.put("interrupted", receipt.interrupted());
      list.add(view);
    }
    return list;
  }

  private Object receipt(ServerRequest request) {
    String id = withoutEnding(Paths.part(request, "file"), ".png");
    return simulators
        .receiptPrinter()
        .receipt(id)
        .map(receipt -> new Media("image/png", receipt.png()))
        .orElseThrow(() ->
            BenchRefusal.unknown(
                "receipt",
                id,
                simulators.receiptPrinter().output().stream().map(PrintedReceipt::id).toList()));
  }

  private Object printedPdf(ServerRequest request) {
    String id = withoutEnding(Paths.part(request, "file"), ".pdf");
    return simulators
        .pagePrinter()
        .pdf(id)
        .map(pdf -> new Media("application/pdf", pdf))
        .orElseThrow(() ->
            BenchRefusal.unknown(
                "job",
                id,
                simulators.pagePrinter().output().stream()
                    .map(job -> String.valueOf(job.get("id")))
                    .toList()));
  }

  static String withoutEnding(String file, String ending) {
    if (!file.endsWith(ending)) {
      throw new BenchRefusal(404, "unknown-file", "Files here end with " + ending, List.of());
    }
    return file.substring(0, file.length() - ending.length());
  }

  private SimulatedDevice device(ServerRequest request) {
    return simulators.device(Paths.part(request, "device"));
  }

  private static Map<String, Object> faults(SimulatedDevice device) {
    return Map.of("known", device.faults(), "active", device.activeFaults());
  }

  private Object act(ServerRequest request) {
    SimulatedDevice device = device(request);
    String action = Paths.part(request, "action");
    List<String> fields = device.actions().get(action);
    if (fields == null) {
      throw BenchRefusal.unknown("action", action, device.actions().keySet().stream().toList());
    }
    Body body = Body.of(request);
    device.act(action, body.isEmpty() ? Map.of() : body.fields(fields));
    return device.state();
  }

  private Object setFault(ServerRequest request) {
    SimulatedDevice device = device(request);
    Body body = Body.of(request);
    String name = Body.required(body.json(), "fault");
    if (!device.faults().contains(name)) {
      throw BenchRefusal.unknown("fault", name, device.faults());
    }
    var fields = new Fields(body.fields(PLAN));
    if (PLAN.stream().skip(1).anyMatch(fields::has)) {
      device.setFault(
          name,
          new FaultPlan(
              fields.has("after") ? fields.whole("after", 0, Integer.MAX_VALUE) : 0,
              fields.has("times") ? fields.whole("times", 1, Integer.MAX_VALUE) : Integer.MAX_VALUE,
              fields.has("rate") ? fields.number("rate") : 1));
    } else {
      device.setFault(name);
    }
    return faults(device);
  }

  static @Nullable Object done(Runnable action) {
    action.run();
    return null;
  }
}
