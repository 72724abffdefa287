package io.yichuang.simulator.platform;

import io.yichuang.simulator.http.HttpAnswer;
import io.yichuang.simulator.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The paths of the contract, version 1. */
final class PlatformApi {
  private static final Logger log = LoggerFactory.getLogger(PlatformApi.class);

  /** What terminals of the bench sign in with. */
  static final String TERMINAL_KEY = "demo";

  static final int MOST_FILE_BYTES = 50 << 20;

  /** Answers and references, never files. */
  static final int MOST_JSON_BYTES = 1 << 20;

  private static final String JSON = "application/json";
  private static final String PDF = "application/pdf";

  private final Catalogue catalogue;
  private final SharedRecords records;
  private final SmsCodes smsCodes;
  private final Store store;
  private final Cases cases;
  private final CaseView view;
  private final PlatformClock clock;

  PlatformApi(
      Catalogue catalogue,
      SharedRecords records,
      SmsCodes smsCodes,
      Store store,
      Cases cases,
      CaseView view,
      PlatformClock clock) {
    this.catalogue = catalogue;
    this.records = records;
    this.smsCodes = smsCodes;
    this.store = store;
    this.cases = cases;
    this.view = view;
    this.clock = clock;
  }

  /** Never throws: whatever goes wrong has a code of the contract. */
  HttpAnswer answer(HttpRequest request) {
    try {
      return route(request);
    } catch (Problem e) {
      return problem(e);
    } catch (RuntimeException e) {
      log.error("the platform has a defect at {} {}", request.method(), request.path(), e);
      return problem(new Problem(500, "internal", "The platform has a defect"));
    }
  }

  private HttpAnswer route(HttpRequest request) {
    List<String> path = List.of(request.path().split("/", -1));
    if (path.size() < 3 || !path.get(0).isEmpty() || !path.get(1).equals("v1")) {
      throw noSuchPath();
    }
    List<String> at = path.subList(2, path.size());
    String key = request.method() + " " + at.getFirst();
    if (key.equals("GET health") && at.size() == 1) {
      return json(200, Map.of("status", "up", "time", clock.real().toString()));
    }
    String terminal = signedIn(request);
    int parts = at.size();
    return switch (key) {
      case "GET catalogue" -> only(parts == 1, () -> catalogue(request));
      case "POST shared-data" ->
          only(parts == 2, () -> json(200, records.answer(at.get(1), body(request))));
      case "POST identity" -> smsCode(at, request);
      case "PUT files" -> only(parts == 2, () -> putFile(at.get(1), request));
      case "POST cases" -> cases(at, request, terminal);
      default -> throw noSuchPath();
    };
  }

  private static HttpAnswer only(boolean knownPath, Supplier<HttpAnswer> answer) {
    if (!knownPath) {
      throw noSuchPath();
    }
    return answer.get();
  }

  private HttpAnswer smsCode(List<String> at, HttpRequest request) {
    boolean codes = at.size() > 1 && at.get(1).equals("sms-codes");
    if (codes && at.size() == 2) {
      return json(201, smsCodes.send(body(request)));
    }
    if (codes && at.size() == 4 && at.get(3).equals("check")) {
      return json(200, smsCodes.check(at.get(2), body(request)));
    }
    throw noSuchPath();
  }

  private static Problem noSuchPath() {
    return new Problem(404, "malformed", "There is no such path and method");
  }

  private static String signedIn(HttpRequest request) {
    String terminal = request.headers().getOrDefault("terminal", "");
    String authorisation = request.headers().getOrDefault("authorization", "");
    if (terminal.isBlank() || !authorisation.equals("Bearer " + TERMINAL_KEY)) {
      throw new Problem(401, "unauthorised", "A terminal signs in with its id and key");
    }
    return terminal;
  }

  private HttpAnswer catalogue(HttpRequest request) {
    String tag = "\"" + catalogue.version() + "\"";
    String known = request.headers().getOrDefault("if-none-match", "");
    Map<String, String> headers = Map.of("ETag", tag, "Content-Type", JSON);
    return known.contains(tag) || known.equals(catalogue.version())
        ? new HttpAnswer.Whole(304, Map.of("ETag", tag), new byte[0])
        : new HttpAnswer.Whole(200, headers, catalogue.body());
  }

  private HttpAnswer putFile(String sha256, HttpRequest request) {
    byte[] content = request.body();
    if (content.length > MOST_FILE_BYTES) {
      throw new Problem(413, "too-large", "A file has at most 50 MiB");
    }
    if (!Hashes.sha256(content).equals(sha256)) {
      throw new Problem(422, "bad-hash", "The file does not have the hash of its address");
    }
    String type = request.headers().getOrDefault("content-type", "").split(";")[0].trim();
    switch (type) {
      case PDF -> {
        byte[] start = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        if (content.length < start.length
            || !new String(content, 0, start.length, StandardCharsets.US_ASCII).equals("%PDF-")) {
          throw Problem.malformed("The file is no PDF");
        }
      }
      case JSON ->
          Json.object(content.length == 0 || content[0] != '[' ? content : wrapped(content));
      default -> throw Problem.malformed("A file is " + PDF + " or " + JSON);
    }
    boolean made = store.putFile(sha256, type, content);
    return new HttpAnswer.Whole(made ? 201 : 200, Map.of(), new byte[0]);
  }

  /** A JSON file may be a list; the check reads objects. */
  private static byte[] wrapped(byte[] list) {
    return ("{\"list\":" + new String(list, StandardCharsets.UTF_8) + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpAnswer cases(List<String> at, HttpRequest request, String terminal) {
    if (at.size() == 1) {
      String key = request.headers().getOrDefault("idempotency-key", "");
      if (key.isBlank()) {
        throw Problem.malformed("The header Idempotency-Key is missing");
      }
      Cases.Submitted submitted = cases.submit(key, terminal, body(request));
      return json(submitted.made() ? 201 : 200, view.of(submitted.record(), clock.today(), true));
    }
    if (at.size() == 2 && at.get(1).equals("search")) {
      return json(200, Map.of("cases", search(body(request), terminal)));
    }
    if (at.size() != 3) {
      throw noSuchPath();
    }
    String code = at.get(1);
    return switch (at.get(2)) {
      case "reminders" -> json(201, cases.remind(code));
      case "ratings" -> {
        cases.rate(code, body(request));
        yield new HttpAnswer.Whole(201, Map.of(), new byte[0]);
      }
      case "messages" -> {
        cases.sendReceipt(code, body(request));
        yield new HttpAnswer.Whole(201, Map.of(), new byte[0]);
      }
      default -> throw noSuchPath();
    };
  }

  private List<Map<String, Object>> search(JsonNode wanted, String terminal) {
    List<String> given = new ArrayList<>(wanted.propertyNames());
    if (given.size() != 1) {
      throw Problem.malformed("Search by exactly one of idNumber, code, terminalNumber");
    }
    String value = Json.text(wanted, given.getFirst());
    return switch (given.getFirst()) {
      case "idNumber" ->
          store.ofPerson(value).stream().map(one -> view.of(one, clock.today(), true)).toList();
      case "code" -> {
        if (!SupervisionCode.valid(value)) {
          throw new Problem(400, "bad-code", "A supervision code has 20 digits; the check differs");
        }
        yield one(store.byCode(value), "");
      }
      case "terminalNumber" -> one(store.byTerminalNumber(value), terminal);
      default -> throw Problem.malformed("Search by exactly one of idNumber, code, terminalNumber");
    };
  }

  /** The licence goes to the terminal that submitted the case, and to nobody who knows a number. */
  private List<Map<String, Object>> one(Optional<CaseRecord> found, String terminal) {
    return found.stream()
        .map(one ->
            view.of(one, clock.today(), Json.text(one.submission(), "terminal").equals(terminal)))
        .toList();
  }

  private static JsonNode body(HttpRequest request) {
    if (request.body().length > MOST_JSON_BYTES) {
      throw new Problem(413, "too-large", "A body of JSON has at most 1 MiB");
    }
    return Json.object(request.body());
  }

  private static HttpAnswer json(int status, Object body) {
    return HttpAnswer.of(status, JSON, Json.MAPPER.writeValueAsBytes(body));
  }

  private static HttpAnswer problem(Problem problem) {
    return HttpAnswer.of(
        problem.status(),
        "application/problem+json",
        Json.MAPPER.writeValueAsBytes(problem.body()));
  }
}
