package io.yichuang.simulator.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A terminal of the tests, written from the contract. */
public final class PlatformClient implements AutoCloseable {
  /** The lease that {@link #lease} names. */
  public static final byte[] PDF = "%PDF-1.7 a lease".getBytes(StandardCharsets.UTF_8);

  static final byte[] STROKES = "{\"strokes\": []}".getBytes(StandardCharsets.UTF_8);
  static final String WANG = "50011919840612002X";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String url;

  public PlatformClient(String url) {
    this.url = url;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer demo")
        .header("Terminal", "NC-0001")
        .header("Content-Type", "application/json");
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  HttpResponse<byte[]> post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)).build());
  }

  HttpResponse<byte[]> put(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .setHeader("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(body))
            .build());
  }

  public HttpResponse<byte[]> submit(String key, JsonNode body)
      throws IOException, InterruptedException {
    return send(
        request("/v1/cases")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  public void putFiles() throws IOException, InterruptedException {
    put("/v1/files/" + Catalogue.sha256(PDF), "application/pdf", PDF);
    put("/v1/files/" + Catalogue.sha256(STROKES), "application/json", STROKES);
  }

  public static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** A whole submission of a lease. */
  public static ObjectNode lease(String number, Instant at) {
    ObjectNode body =
        submission(
            number,
            "FW-ZL-01",
            at,
            Map.of(
                "role",
                "tenant",
                "other-name",
                "吴建民",
                "other-id",
                "500103197505200038",
                "address",
                "重庆市南川区示例路18号5-1",
                "rent",
                "150000",
                "start",
                "2026-12-01",
                "end",
                "2027-11-30",
                "phone",
                "19900000001"));
    ((ArrayNode) body.get("parties"))
        .addObject()
        .put("role", "other")
        .put("name", "吴建民")
        .put("idNumber", "500103197505200038")
        .put("confirmed", false);
    ArrayNode materials = body.putArray("materials");
    materials.addObject().put("material", "id-card").put("means", "card");
    materials
        .addObject()
        .put("material", "property")
        .put("means", "shared")
        .put("dataset", "property");
    materials
        .addObject()
        .put("material", "lease")
        .put("means", "scan")
        .put("sha256", Catalogue.sha256(PDF))
        .put("pages", 2);
    return body;
  }

  /** A whole submission of a proof of insurance. */
  static ObjectNode proof(String number, Instant at) {
    ObjectNode body = submission(number, "SB-CB-01", at, Map.of("period", "12"));
    ArrayNode materials = body.putArray("materials");
    materials.addObject().put("material", "id-card").put("means", "card");
    materials
        .addObject()
        .put("material", "insurance")
        .put("means", "shared")
        .put("dataset", "social-insurance");
    return body;
  }

  /** A whole submission for a residence permit, without its photo. */
  static ObjectNode permit(String number, Instant at) {
    ObjectNode body =
        submission(
            number,
            "GA-JZ-01",
            at,
            Map.of("reason", "work", "address", "重庆市南川区示例路18号5-1", "phone", "19900000001"));
    ArrayNode materials = body.putArray("materials");
    materials.addObject().put("material", "id-card").put("means", "card");
    materials
        .addObject()
        .put("material", "residence")
        .put("means", "shared")
        .put("dataset", "residence");
    return body;
  }

  private static ObjectNode submission(
      String number, String item, Instant at, Map<String, String> answers) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("terminalNumber", number).put("item", item).put("catalogueVersion", "1");
    body.put("channel", "hall").put("terminal", "NC-0001").put("softwareVersion", "0.1");
    body.put("region", "500119").put("language", "zh").put("submittedAt", at.toString());
    ObjectNode actor = body.putObject("actor");
    actor.put("name", "王小英").put("idNumber", WANG).put("address", "示例路18号");
    actor.put("birth", "1984-06-12").put("sex", "2").put("phone", "19900000001");
    ArrayNode parties = body.putArray("parties");
    parties
        .addObject()
        .put("role", "applicant")
        .put("name", "王小英")
        .put("idNumber", WANG)
        .put("confirmed", true);
    ObjectNode identity = body.putObject("identity").put("level", "L2").put("at", at.toString());
    identity.putArray("means").add("id-card").add("face");
    body.putArray("consents");
    ArrayNode list = body.putArray("answers");
    answers.forEach((question, value) ->
        list.addObject().put("question", question).put("value", value).put("source", "typed"));
    body.putObject("signature").put("sha256", Catalogue.sha256(STROKES));
    return body;
  }

  @Override
  public void close() {
    http.close();
  }
}
