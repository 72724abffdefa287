package io.yichuang.kiosk.platform;

import io.yichuang.kiosk.KioskProperties;
import io.yichuang.kiosk.catalogue.Catalogue;
import io.yichuang.kiosk.catalogue.CatalogueSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform over HTTP and JSON: contract {@code platform-v1.yaml}. Answers are bounded and must
 * make sense.
 */
@Component
class HttpPlatform implements Platform, CatalogueSource {
  /** Codes of refusals that pass; the last two are mishaps on the way, mended by sending again. */
  private static final Set<String> LATER =
      Set.of("department-down", "unauthorised", "bad-hash", "missing-file");

  /** The contract's word for an office that does not answer the platform. */
  private static final String DEPARTMENT_DOWN = "department-down";

  private final Exchange exchange;
  private final JsonMapper json;
  private final URI base;
  private final String authorisation;
  private final String terminal;
  private final Duration timeout;
  private final PlatformHealth health;

  HttpPlatform(KioskProperties properties, JsonMapper json, PlatformHealth health)
      throws IOException {
    this.json = json;
    this.health = health;
    var entry = properties.platform();
    this.base = URI.create(entry.url().endsWith("/") ? entry.url() : entry.url() + "/");
    this.timeout = entry.timeout();
    this.exchange = new Exchange(timeout);
    this.terminal = properties.terminal().id();
    String key = entry.credentials();
    if (key.startsWith("file:")) {
      key = Files.readString(Path.of(key.substring("file:".length()))).strip();
    }
    this.authorisation = "Bearer " + key;
  }

  @Override
  public Optional<Catalogue> newerThan(String version) throws IOException {
    var request = request("v1/catalogue").header("If-None-Match", '"' + version + '"').GET();
    Answer answer = send(request, Exchange.CATALOGUE);
    return answer.status == 304 ? Optional.empty() : Optional.of(read(answer, Catalogue.class));
  }

  @Override
  public SharedData sharedData(String dataset, Subject subject, String item, Purpose purpose)
      throws PlatformException {
    var body =
        Map.of(
            "idNumber", subject.idNumber(),
            "name", subject.name(),
            "item", item,
            "purpose", purpose.name().toLowerCase(Locale.ROOT));
    return read(post("v1/shared-data/" + encoded(dataset), body), SharedData.class);
  }

  @Override
  public SmsChallenge sendSmsCode(String idNumber) throws PlatformException {
    return read(post("v1/identity/sms-codes", Map.of("idNumber", idNumber)), SmsChallenge.class);
  }

  @Override
  public Person checkSmsCode(String challenge, String code) throws PlatformException {
    String path = "v1/identity/sms-codes/" + encoded(challenge) + "/check";
    return read(post(path, Map.of("code", code)), Person.class);
  }

  @Override
  public void putFile(String sha256, String contentType, byte[] content) throws PlatformException {
    var request =
        request("v1/files/" + encoded(sha256))
            .header("Content-Type", contentType)
            .PUT(BodyPublishers.ofByteArray(content));
    send(request, Exchange.ANSWER);
  }

  @Override
  public CaseFile submit(String idempotencyKey, byte[] body) throws PlatformException {
    var request =
        request("v1/cases")
            .header("Idempotency-Key", idempotencyKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    return read(send(request, Exchange.ANSWER), CaseFile.class);
  }

  @Override
  public List<CaseFile> casesOf(String idNumber) throws PlatformException {
    return search(Map.of("idNumber", idNumber));
  }

  @Override
  public List<CaseFile> caseByCode(String supervisionCode) throws PlatformException {
    return search(Map.of("code", supervisionCode));
  }

  @Override
  public List<CaseFile> caseByTerminalNumber(String terminalNumber) throws PlatformException {
    return search(Map.of("terminalNumber", terminalNumber));
  }

  @Override
  public Reminder remind(String supervisionCode) throws PlatformException {
    return read(post(casePath(supervisionCode, "reminders"), Map.of()), Reminder.class);
  }

  @Override
  public void rate(String supervisionCode, int level) throws PlatformException {
    post(casePath(supervisionCode, "ratings"), Map.of("level", level));
  }

  @Override
  public void tellHandedOver(String supervisionCode) throws PlatformException {
    post(casePath(supervisionCode, "messages"), Map.of("kind", "handed-over"));
  }

  @Override
  public void tellRefused(String terminalNumber, String item, String idNumber, String phone)
      throws PlatformException {
    post(
        "v1/submissions/" + encoded(terminalNumber) + "/messages",
        Map.of("kind", "refused", "item", item, "idNumber", idNumber, "phone", phone));
  }

  @Override
  public void sendReceipt(String supervisionCode) throws PlatformException {
    post(casePath(supervisionCode, "messages"), Map.of("kind", "receipt"));
  }

  record Found(List<CaseFile> cases) {
    Found {
      cases = List.copyOf(cases);
    }
  }

  private record Problem(
      @Nullable String code, @Nullable String title, @Nullable List<String> missing) {}

  private record Answer(int status, byte[] body) {}

  private List<CaseFile> search(Map<String, String> by) throws PlatformException {
    try {
      return read(post("v1/cases/search", by), Found.class).cases();
    } catch (PlatformException e) {
      if (e.code().equals("unknown-case")) {
        return List.of();
      }
      throw e;
    }
  }

  private static String casePath(String supervisionCode, String rest) {
    return "v1/cases/" + encoded(supervisionCode) + "/" + rest;
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Authorization", authorisation)
        .header("Terminal", terminal)
        .header("Accept", "application/json, application/problem+json");
  }

  private Answer post(String path, Map<String, ?> body) throws PlatformException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))),
        Exchange.ANSWER);
  }

  private Answer send(HttpRequest.Builder builder, Exchange.Bounds bounds)
      throws PlatformException {
    HttpResponse<byte[]> response;
    try {
      response = exchange.send(builder, bounds);
    } catch (PlatformException e) {
      health.failed();
      throw e;
    }
    var answer = new Answer(response.statusCode(), response.body());
    if (answer.status >= 500) {
      var problem = problem(answer, PlatformException.Kind.TROUBLED);
      if (problem.code().equals(DEPARTMENT_DOWN)) {
        health.answered(); // the platform is well; one of those it asks is not
      } else {
        health.failed();
      }
      throw problem;
    }
    if (answer.status >= 300 && answer.status < 400 && answer.status != 304) {
      // A hotel's login page, not the platform: nothing was stored there.
      throw nonsense("redirected: " + answer.status);
    }
    if (answer.body.length > 0 && !json(response)) {
      // Nor is a page for people, whatever its status says.
      throw nonsense(answer.status + " of a type that is not JSON");
    }
    health.answered();
    if (answer.status >= 400) {
      throw problem(answer, PlatformException.Kind.REFUSED);
    }
    return answer;
  }

  /** {@code application/json} and what ends in {@code +json}, with any parameters. */
  private static boolean json(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Content-Type")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> type.matches("application/([a-z0-9.-]+\\+)?json\\s*(;.*)?"))
        .isPresent();
  }

  private PlatformException nonsense(String what) {
    health.failed();
    return new PlatformException(PlatformException.Kind.NONSENSE, "", List.of(), what);
  }

  private PlatformException problem(Answer answer, PlatformException.Kind kind) {
    try {
      Problem problem = json.readValue(answer.body, Problem.class);
      if (problem != null && problem.code() != null) {
        // A department that is down or a key that was changed is no refusal of the matter: the same
        // request may succeed later.
        var really = LATER.contains(problem.code()) ? PlatformException.Kind.TROUBLED : kind;
        var missing = problem.missing() == null ? List.<String>of() : problem.missing();
        return new PlatformException(
            really, problem.code(), missing, answer.status + " " + problem.code());
      }
    } catch (JacksonException e) {
      // The parser's message may quote the answer, which may be personal: only its kind is kept.
      return new PlatformException(
          PlatformException.Kind.NONSENSE,
          "",
          List.of(),
          answer.status + " without a problem document: " + e.getClass().getSimpleName());
    }
    return new PlatformException(
        PlatformException.Kind.NONSENSE, "", List.of(), answer.status + " without a code");
  }

  private <T> T read(Answer answer, Class<T> type) throws PlatformException {
    T value;
    try {
      value = json.readValue(answer.body, type);
    } catch (JacksonException e) {
      // The parser's message may quote the answer, which may be personal: only its kind is kept.
      throw nonsense("no " + type.getSimpleName() + ": " + e.getClass().getSimpleName());
    }
    if (value == null) {
      throw nonsense("an empty answer");
    }
    Optional<String> missing = Complete.missing(value);
    if (missing.isPresent()) {
      throw nonsense("without " + missing.get());
    }
    return value;
  }
}
