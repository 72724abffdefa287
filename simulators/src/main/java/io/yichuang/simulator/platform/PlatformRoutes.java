package io.yichuang.simulator.platform;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.yichuang.simulator.people.Person;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The paths of the contract. */
final class PlatformRoutes {
  static final int MOST_FILE_BYTES = 50 << 20;
  static final int MOST_JSON_BYTES = 1 << 20;

  /** What is read of a body that is too large, so that its sender hears why; then it is cut. */
  private static final long MOST_DRAINED_BYTES = 128L << 20;

  private final Catalogue catalogue;
  private final Store store;
  private final SharedRecords records;
  private final SmsCodes codes;
  private final Submissions submissions;
  private final CaseDesk desk;
  private final CaseView view;
  private final PlatformClock clock;

  PlatformRoutes(
      Catalogue catalogue,
      Store store,
      SharedRecords records,
      SmsCodes codes,
      Submissions submissions,
      CaseDesk desk,
      CaseView view,
      PlatformClock clock) {
    this.catalogue = catalogue;
    this.store = store;
    this.records = records;
    this.codes = codes;
    this.submissions = submissions;
    this.desk = desk;
    this.view = view;
    this.clock = clock;
  }

  /** Takes a path; {@code open} needs no key. */
  @FunctionalInterface
  interface Routes {
    void add(Method method, String path, boolean open, PlatformHttp.Action action);
  }

  void addTo(Routes routes) {
    routes.add(Method.GET, "/v1/health", true, _ -> health());
    routes.add(Method.GET, "/v1/catalogue", false, this::catalogue);
    routes.add(Method.POST, "/v1/shared-data/{dataset}", false, this::sharedData);
    routes.add(Method.POST, "/v1/identity/sms-codes", false, this::sendCode);
    routes.add(Method.POST, "/v1/identity/sms-codes/{challenge}/check", false, this::checkCode);
    routes.add(Method.PUT, "/v1/files/{sha256}", false, this::putFile);
    routes.add(Method.POST, "/v1/cases", false, this::submit);
    routes.add(Method.POST, "/v1/cases/search", false, r -> Answer.of(200, desk.search(json(r))));
    routes.add(
        Method.POST,
        "/v1/cases/{code}/reminders",
        false,
        r -> Answer.of(201, desk.remind(part(r, "code"))));
    routes.add(Method.POST, "/v1/cases/{code}/ratings", false, this::rate);
    routes.add(Method.POST, "/v1/cases/{code}/messages", false, this::message);
    routes.add(
        Method.POST, "/v1/submissions/{terminalNumber}/messages", false, this::messageOfSubmission);
  }

  private Answer health() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    return Answer.of(200, node.put("status", "up").put("time", PlatformClock.text(clock.now())));
  }

  private Answer catalogue(ServerRequest request) {
    String tag = '"' + catalogue.version() + '"';
    String known = request.headers().first(HeaderNames.IF_NONE_MATCH).orElse("");
    return known.contains(tag) || known.strip().equals("*")
        ? new Answer(304, "", new byte[0], tag)
        : new Answer(200, Answer.JSON, catalogue.json(), tag);
  }

  private Answer sharedData(ServerRequest request) throws IOException {
    String dataset = part(request, "dataset");
    JsonNode body = json(request);
    String number = text(body, "idNumber");
    String name = text(body, "name");
    text(body, "item");
    text(body, "purpose");
    if (!SharedRecords.DATASETS.contains(dataset)) {
      throw new Refusal(404, "no-record", "There is no such dataset");
    }
    Person person = records.person(number);
    if (!person.name().equals(name) && !person.englishName().equals(name)) {
      throw new Refusal(404, "unknown-person", "Number and name are not of one person");
    }
    LocalDate today = clock.today();
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("dataset", dataset);
    node.set("department", SharedRecords.department(dataset));
    node.put("recordedOn", SharedRecords.recordedOn(today).toString());
    node.put("fetchedAt", PlatformClock.text(clock.now()));
    ObjectNode fields = node.putObject("fields");
    records.fields(dataset, person, today).forEach(fields::put);
    return Answer.of(200, node);
  }

  private Answer sendCode(ServerRequest request) throws IOException {
    return Answer.of(201, codes.send(text(json(request), "idNumber")));
  }

  private Answer checkCode(ServerRequest request) throws IOException {
    String code = text(json(request), "code");
    if (!code.matches("[0-9]{6}")) {
      throw Refusal.malformed("A code has six digits");
    }
    Person person = codes.check(part(request, "challenge"), code);
    return Answer.of(
        200,
        JsonMapper.shared()
            .createObjectNode()
            .put("name", person.name())
            .put("idNumber", person.number())
            .put("address", person.address())
            .put("birth", birth(person))
            .put("sex", person.sex())
            .put("phone", person.phone()));
  }

  private Answer putFile(ServerRequest request) throws IOException {
    String sha256 = part(request, "sha256");
    String type =
        request.headers().first(HeaderNames.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
    byte[] bytes = body(request, MOST_FILE_BYTES);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw Refusal.malformed("A file is put under its SHA-256 in small letters");
    }
    if (bytes.length == 0
        || (!type.startsWith("application/pdf") && !type.startsWith(Answer.JSON))) {
      throw Refusal.malformed("A file is a PDF or JSON");
    }
    if (!Catalogue.sha256(bytes).equals(sha256)) {
      throw new Refusal(422, "bad-hash", "The file's hash is another");
    }
    return Answer.empty(store.putFile(sha256, bytes) ? 201 : 200);
  }

  private Answer submit(ServerRequest request) throws IOException {
    String key = request.headers().first(HeaderNames.create("Idempotency-Key")).orElse("");
    Submissions.Taken taken = submissions.submit(key, terminal(request), json(request));
    // Whoever submits is the person, verified at the terminal; an instant result goes back at once.
    return Answer.of(taken.fresh() ? 201 : 200, view.of(taken.stored(), true));
  }

  private Answer rate(ServerRequest request) throws IOException {
    desk.rate(part(request, "code"), json(request));
    return Answer.empty(201);
  }

  private Answer message(ServerRequest request) throws IOException {
    desk.message(part(request, "code"), json(request));
    return Answer.empty(201);
  }

  private Answer messageOfSubmission(ServerRequest request) throws IOException {
    JsonNode body = json(request);
    if (!text(body, "kind").equals("refused")) {
      throw Refusal.malformed("The kind of message is refused");
    }
    String phone = body.path("phone").asString("");
    String known = phone.isBlank() ? records.person(text(body, "idNumber")).phone() : phone;
    desk.refused(part(request, "terminalNumber"), text(body, "item"), known);
    return Answer.empty(201);
  }

  /** The card may hold no real date; the number then has one. */
  private static String birth(Person person) {
    try {
      return LocalDate.parse(person.birth(), DateTimeFormatter.BASIC_ISO_DATE).toString();
    } catch (DateTimeException e) {
      return LocalDate.parse(person.number().substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE)
          .toString();
    }
  }

  /** The id the sender goes by; it was checked together with its key. */
  static String terminal(ServerRequest request) {
    return request.headers().first(HeaderNames.create("Terminal")).orElse("");
  }

  private static String part(ServerRequest request, String name) {
    return request.path().pathParameters().get(name);
  }

  private static String text(JsonNode body, String field) {
    if (!body.path(field).isString() || body.get(field).asString().isBlank()) {
      throw Refusal.malformed("The body lacks " + field);
    }
    return body.get(field).asString();
  }

  private static JsonNode json(ServerRequest request) throws IOException {
    JsonNode node = JsonMapper.shared().readTree(body(request, MOST_JSON_BYTES));
    if (node == null || !node.isObject()) {
      throw Refusal.malformed("The body has to be a JSON object");
    }
    return node;
  }

  private static byte[] body(ServerRequest request, int most) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length <= most) {
        return bytes;
      }
      byte[] part = new byte[1 << 16];
      long drained = bytes.length;
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        drained += n;
        if (drained > MOST_DRAINED_BYTES) {
          throw new CloseConnectionException("a body without end");
        }
      }
      throw new Refusal(413, "too-large", "The body has more than " + most + " bytes");
    }
  }
}
