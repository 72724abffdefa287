package io.yichuang.simulator.platform;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.BenchPlatform;
import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.fault.Faults;
import io.yichuang.simulator.http.Pace;
import io.yichuang.simulator.people.People;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The government platform behind a terminal, with a database in the run folder ({@code
 * platform.db}). It keeps its cases over a restart, as the real one does. Any thread.
 */
public final class SimulatedPlatform implements BenchPlatform {
  private final PlatformClock clock;
  private final Catalogue catalogue = new Catalogue();
  private final Faults faults =
      new Faults("down", "slow", "http-500", "garbage", "answer-lost", "refuses");
  private final Store store;
  private final SmsCodes codes;
  private final CaseDesk desk;
  private final CaseView view;
  private final PlatformHttp http;

  /** On an ephemeral port of the loopback address. */
  public SimulatedPlatform(SimulatorOptions options, People people) {
    Path file = options.runFolder().resolve("platform.db");
    store = new Store(file);
    try {
      clock = new PlatformClock(options.clock(), store);
      WorkingDays calendar = new WorkingDays();
      SharedRecords records = new SharedRecords(people);
      Licences licences = new Licences(catalogue, records, clock);
      Submissions submissions = new Submissions(store, clock, catalogue, records, licences);
      codes = new SmsCodes(records, store, clock);
      view = new CaseView(catalogue, calendar, clock);
      desk = new CaseDesk(store, clock, calendar, view, submissions, licences);
      http =
          new PlatformHttp(
              new PlatformRoutes(catalogue, store, records, codes, submissions, desk, view, clock),
              faults,
              new Pace(options.speed()),
              options.terminal(),
              options.seed());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public String url() {
    return http.url();
  }

  @Override
  public List<Map<String, Object>> cases() {
    return store.all().stream().map(this::summary).toList();
  }

  @Override
  public Map<String, Object> caseFile(String code) {
    return whole(found(() -> desk.byCode(code)));
  }

  @Override
  public byte[] materialPdf(String code, String materialId) {
    StoredCase c = found(() -> desk.byCode(code));
    return pdfs(c)
        .filter(material -> material.get("material").asString().equals(materialId))
        .findFirst()
        .flatMap(material -> store.file(material.get("sha256").asString()))
        .orElseThrow(() ->
            BenchRefusal.unknown(
                "material",
                materialId,
                pdfs(c).map(material -> material.get("material").asString()).toList()));
  }

  @Override
  public Map<String, Object> step(String code, String step) {
    return whole(found(() -> desk.step(code, step)));
  }

  @Override
  public Map<String, Object> clock() {
    return Map.of("now", PlatformClock.text(clock.now()), "ahead", String.valueOf(clock.ahead()));
  }

  @Override
  public Map<String, Object> advance(Duration by) {
    clock.advance(by);
    return clock();
  }

  @Override
  public List<Map<String, Object>> messages() {
    return store.messages().stream().map(SimulatedPlatform::told).toList();
  }

  @Override
  public List<String> faults() {
    return faults.known();
  }

  @Override
  public Set<String> activeFaults() {
    return faults.active();
  }

  @Override
  public void setFault(String name) {
    if (!faults.known().contains(name)) {
      throw BenchRefusal.unknown("fault", name, faults.known());
    }
    faults.set(name);
  }

  @Override
  public void clearFaults() {
    faults.clear();
  }

  @Override
  public void reset() {
    faults.clear();
    codes.reset();
    store.clear();
    clock.reset();
  }

  @Override
  public void close() {
    http.close();
    store.close();
  }

  private static Map<String, Object> told(Store.Message message) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", String.valueOf(message.id()));
    map.put("time", PlatformClock.text(message.time()));
    map.put("phone", message.phone());
    map.put("text", message.text());
    return map;
  }

  private Map<String, Object> summary(StoredCase c) {
    JsonNode node = view.of(c, false);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", c.code());
    map.put("terminalNumber", c.key());
    map.put("item", c.item());
    map.put("title", node.get("itemName").get("zh").asString());
    map.put("state", node.get("state").asString());
    map.put("light", node.get("light").asString());
    map.put("submittedAt", node.get("submittedAt").asString());
    for (String date : List.of("acceptBy", "promisedBy", "legalBy")) {
      if (node.has(date)) {
        map.put(date, node.get(date).asString());
      }
    }
    return map;
  }

  private Map<String, Object> whole(StoredCase c) {
    Map<String, Object> map = summary(c);
    List<Map<String, Object>> steps =
        Catalogue.each(view.of(c, false), "timeline").map(SimulatedPlatform::point).toList();
    map.put("steps", steps);
    map.put("nextSteps", CaseDesk.nextSteps(c));
    map.put("rated", c.rated());
    map.put(
        "parties",
        Catalogue.each(c.submission(), "parties").map(SimulatedPlatform::party).toList());
    map.put(
        "consents",
        Catalogue.each(c.submission(), "consents")
            .map(consent -> consent.get("kind").asString())
            .toList());
    map.put("materials", pdfs(c).map(material -> named(c, material)).toList());
    return map;
  }

  private static Map<String, Object> party(JsonNode party) {
    return Map.of(
        "role", party.get("role").asString(),
        "name", Words.maskedName(party.get("name").asString()),
        "confirmed", party.get("confirmed").asBoolean());
  }

  private static Map<String, Object> point(JsonNode point) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("what", point.get("what").get("zh").asString());
    map.put("state", point.get("state").asString());
    for (String time : List.of("at", "by")) {
      if (point.has(time)) {
        map.put(time, point.get(time).asString());
      }
    }
    return map;
  }

  private Map<String, Object> named(StoredCase c, JsonNode material) {
    String id = material.get("material").asString();
    String name =
        Catalogue.each(catalogue.known(c.item()), "materials")
            .filter(wanted -> wanted.get("id").asString().equals(id))
            .map(wanted -> wanted.get("name").get("zh").asString())
            .findFirst()
            .orElse(id);
    return Map.of(
        "id",
        id,
        "name",
        name,
        "pages",
        material.path("pages").asInt(0),
        "remarks",
        Catalogue.each(material, "remarks").map(SimulatedPlatform::remark).toList());
  }

  /** What the terminal found not to fit on a scan. */
  private static Map<String, Object> remark(JsonNode remark) {
    return Map.of(
        "kind", remark.get("kind").asString(),
        "wanted", remark.get("wanted").asString(),
        "seen", remark.get("seen").asString(),
        "overruled", remark.get("overruled").asBoolean());
  }

  /** The materials that came as files. */
  private static Stream<JsonNode> pdfs(StoredCase c) {
    return Catalogue.each(c.submission(), "materials")
        .filter(material -> material.path("sha256").isString());
  }

  private static StoredCase found(Supplier<StoredCase> work) {
    try {
      return work.get();
    } catch (Refusal e) {
      throw new BenchRefusal(e.status(), e.code(), String.valueOf(e.getMessage()), e.missing());
    }
  }
}
