package io.yichuang.simulator.platform;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.bench.BenchPlatform;
import io.yichuang.simulator.bench.BenchRefusal;
import io.yichuang.simulator.http.FaultSet;
import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpFarEnd;
import io.yichuang.simulator.http.HttpRequest;
import io.yichuang.simulator.http.Pace;
import io.yichuang.simulator.people.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The simulated government platform: HTTP /v1 on the loopback and what a bench does to it. Its
 * database {@code platform.db} lies in the run folder and survives a restart. Any thread.
 */
public final class PlatformSimulator implements BenchPlatform {
  /** The fault {@code slow}: below a terminal's time-out of 8 s, long enough to be seen. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  private static final String DOWN = "down";
  private static final String ANSWER_LOST = "answer-lost";

  private final FaultSet faults = new FaultSet(DOWN, "slow", "http-500", "garbage", ANSWER_LOST);
  private final Store store;
  private final PlatformClock clock;
  private final Cases cases;
  private final CaseView view;
  private final SmsCodes smsCodes;
  private final PlatformApi api;
  private final Pace pace;
  private final HttpFarEnd farEnd;

  private PlatformSimulator(SimulatorOptions options, People people) {
    store = new Store(options.runFolder().resolve("platform.db"));
    clock = new PlatformClock(options.clock(), store);
    Catalogue catalogue = new Catalogue();
    Deadlines deadlines = new Deadlines(new WorkingDays());
    SharedRecords records = new SharedRecords(people, clock);
    Messages messages = new Messages(store, clock);
    Random random = new Random(options.seed());
    smsCodes = new SmsCodes(random, options.clock(), records, messages);
    cases = new Cases(store, catalogue, clock, deadlines, new Licences(random, records), messages);
    view = new CaseView(catalogue, deadlines);
    api = new PlatformApi(catalogue, records, smsCodes, store, cases, view, clock);
    pace = new Pace(options.speed());
    farEnd =
        new HttpFarEnd(
            "platform",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            this::answer,
            faults,
            pace,
            options.seed());
  }

  /**
   * Starts on an ephemeral port.
   *
   * @param people who lives here
   */
  public static PlatformSimulator start(SimulatorOptions options, People people) {
    return new PlatformSimulator(options, people);
  }

  /** The key a terminal of the bench signs in with. */
  public static String terminalKey() {
    return PlatformApi.TERMINAL_KEY;
  }

  private HttpAnswer answer(HttpRequest request) throws IOException {
    if (faults.has("slow")) {
      pace.await(SLOW);
    }
    HttpAnswer answer = api.answer(request);
    // Only what changes a case: were every answer lost, no terminal would ever get that far.
    if (faults.has(ANSWER_LOST) && request.method().equals("POST") && changesCase(request.path())) {
      throw new IOException("the answer is lost, as the bench wants");
    }
    return answer;
  }

  private static boolean changesCase(String path) {
    return path.startsWith("/v1/cases") && !path.equals("/v1/cases/search");
  }

  @Override
  public String url() {
    return "http://" + farEnd.address().getHostString() + ":" + farEnd.address().getPort();
  }

  @Override
  public List<Map<String, Object>> cases() {
    return store.allCases().stream().map(this::summary).toList();
  }

  private Map<String, Object> summary(CaseRecord record) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("code", record.code());
    summary.put("terminalNumber", record.terminalNumber());
    summary.put("item", record.item());
    summary.put("title", view.title(record));
    summary.put("state", CaseView.word(record.state()));
    summary.put("light", view.light(record, clock.today()));
    summary.put("submittedAt", record.submittedAt().toString());
    return summary;
  }

  @Override
  public Map<String, Object> caseFile(String code) {
    return whole(find(code));
  }

  private Map<String, Object> whole(CaseRecord record) {
    Map<String, Object> all = summary(record);
    Map<String, Object> seen = view.of(record, clock.today(), true);
    seen.forEach(all::putIfAbsent);
    seen.forEach((name, value) -> all.put(name, plain(value)));
    all.put("steps", all.remove("timeline"));
    all.put("nextSteps", Cases.nextSteps(record));
    all.put("materials", materials(record, true));
    all.put("withoutFile", materials(record, false));
    all.put("submission", Json.map(record.submission()));
    return all;
  }

  private static Object plain(Object value) {
    return value instanceof JsonNode node ? Json.map(node) : value;
  }

  /** Materials of a case that came as files, or those that did not. */
  private List<Map<String, Object>> materials(CaseRecord record, boolean files) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (JsonNode material : record.submission().get("materials")) {
      if (material.path("sha256").isString() == files) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", Json.text(material, "material"));
        one.put("name", view.materialName(record, Json.text(material, "material")));
        one.put("means", Json.text(material, "means", ""));
        list.add(one);
      }
    }
    return list;
  }

  @Override
  public byte[] materialPdf(String code, String materialId) {
    CaseRecord record = find(code);
    for (JsonNode material : record.submission().get("materials")) {
      if (Json.text(material, "material").equals(materialId)
          && material.path("sha256").isString()) {
        return store.file(material.get("sha256").asString()).orElseThrow();
      }
    }
    throw BenchRefusal.unknown(
        "material",
        materialId,
        materials(record, true).stream().map(m -> String.valueOf(m.get("id"))).toList());
  }

  @Override
  public Map<String, Object> step(String code, String step) {
    CaseRecord after =
        store.whole(() -> {
          CaseRecord record = find(code);
          List<String> possible = Cases.nextSteps(record);
          if (!List.of("accept", "correct", "finish").contains(step)) {
            throw BenchRefusal.unknown("step", step, possible);
          }
          if (!possible.contains(step)) {
            throw new BenchRefusal(
                409, "step-not-now", "This case is " + CaseView.word(record.state()), possible);
          }
          return cases.step(record, step);
        });
    return whole(after);
  }

  private CaseRecord find(String code) {
    return store
        .byCode(code)
        .orElseThrow(() ->
            BenchRefusal.unknown(
                "case", code, store.allCases().stream().map(CaseRecord::code).toList()));
  }

  @Override
  public Map<String, Object> clock() {
    return Map.of(
        "now", clock.instant().toString(),
        "today", clock.today().toString(),
        "ahead", store.ahead().toString());
  }

  @Override
  public Map<String, Object> advance(Duration by) {
    if (by.isNegative()) {
      throw BenchRefusal.bad("bad-duration", "The clock only goes forward");
    }
    clock.advance(by);
    return clock();
  }

  @Override
  public List<Map<String, Object>> messages() {
    return store.messages();
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
    if (name.equals(DOWN)) {
      farEnd.unplug();
    }
  }

  @Override
  public void clearFaults() {
    faults.clear();
    farEnd.plug();
  }

  @Override
  public void reset() {
    clearFaults();
    smsCodes.clear();
    store.whole(() -> {
      store.clear();
      return true;
    });
  }

  @Override
  public void close() {
    pace.end();
    farEnd.close();
    store.close();
  }
}
