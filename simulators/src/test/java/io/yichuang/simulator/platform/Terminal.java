package io.yichuang.simulator.platform;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.people.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A terminal in a test: what it sends, and one running platform. */
final class Terminal implements AutoCloseable {
  /** Monday, 10:00 in Nanchuan; no holiday near. */
  static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

  static final byte[] PDF = "%PDF-1.7 a lease\n".getBytes(StandardCharsets.US_ASCII);
  static final byte[] STROKES = "[[1,2],[3,4]]".getBytes(StandardCharsets.US_ASCII);
  static final String LEASE = "ZJ-ZL-01";
  static final String CERTIFICATE = "RS-SB-01";
  static final String WANG = "50011919840612002X";

  private final HttpClient http = HttpClient.newHttpClient();
  final PlatformSimulator platform;

  Terminal(Path folder, Instant now) {
    SimulatorOptions options = SimulatorOptions.in(folder).withSpeed(20).withClock(() -> now);
    platform = PlatformSimulator.start(options, new People());
  }

  record Answer(int status, HttpResponse<byte[]> response) {
    JsonNode json() {
      return Json.MAPPER.readTree(response.body());
    }

    String code() {
      return json().path("code").asString("");
    }

    String type() {
      return response.headers().firstValue("Content-Type").orElse("");
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(platform.url() + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer demo")
        .header("Terminal", "NC-01-03")
        .header("Content-Type", "application/json");
  }

  Answer send(HttpRequest request) throws IOException {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  Answer get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  Answer post(String path, String body) throws IOException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  Answer put(String hash, String type, byte[] content) throws IOException {
    return send(
        request("/v1/files/" + hash)
            .setHeader("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build());
  }

  Answer submit(JsonNode submission) throws IOException {
    return submit(submission.get("terminalNumber").asString(), submission.toString());
  }

  Answer submit(String key, String body) throws IOException {
    return send(
        request("/v1/cases")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Both files of a lease. */
  void putFiles() throws IOException {
    put(Hashes.sha256(PDF), "application/pdf", PDF);
    put(Hashes.sha256(STROKES), "application/json", STROKES);
  }

  /** A whole lease submission that may be spoilt. */
  static ObjectNode lease(String number, Instant at) {
    return submission(
        number,
        LEASE,
        at,
        """
        [{"question":"role","value":"tenant","source":"typed"},
         {"question":"landlord-name","value":"吴建民","source":"typed"},
         {"question":"other-phone","value":"19900000004","source":"typed"},
         {"question":"address","value":"重庆市南川区示例街道示范路18号2幢3单元5-2","source":"property"},
         {"question":"rent","value":"150000","source":"typed"},
         {"question":"start","value":"2026-12-01","source":"typed"},
         {"question":"end","value":"2027-11-30","source":"typed"},
         {"question":"phone","value":"19900000001","source":"phone"}]\
        """,
        """
        [{"material":"id-card","means":"card"},
         {"material":"property","means":"shared","dataset":"property"},
         {"material":"lease","means":"scan","sha256":"%s","pages":2},
         {"material":"lease-original","means":"later"}]\
        """
            .formatted(Hashes.sha256(PDF)),
        """
        [{"role":"applicant","name":"王小英","idNumber":"50011919840612002X","confirmed":true},
         {"role":"other","name":"吴建民","confirmed":false}]\
        """);
  }

  static ObjectNode certificate(String number, Instant at) {
    return submission(
        number,
        CERTIFICATE,
        at,
        "[{\"question\":\"period\",\"value\":\"24\",\"source\":\"typed\"}]",
        """
        [{"material":"id-card","means":"card"},
         {"material":"social-insurance","means":"shared","dataset":"social-insurance"}]\
        """,
        "[{\"role\":\"applicant\",\"name\":\"王小英\",\"confirmed\":true}]");
  }

  private static ObjectNode submission(
      String number, String item, Instant at, String answers, String materials, String parties) {
    return (ObjectNode)
        Json.MAPPER.readTree(
            """
            {"terminalNumber":"%s","item":"%s","catalogueVersion":"1","channel":"hall",
             "terminal":"NC-01-03","softwareVersion":"0.1.0","region":"500119","language":"zh",
             "submittedAt":"%s","actor":{"name":"王小英","idNumber":"50011919840612002X",
              "address":"重庆市南川区东城街道示例路18号2单元5-1","birth":"1984-06-12","sex":"2",
              "phone":"19900000001"},
             "parties":%s,
             "identity":{"means":["id-card","sms"],"level":"L2","at":"%s"},
             "consents":[{"kind":"shared-data","at":"%s"}],
             "answers":%s,"materials":%s,"signature":{"sha256":"%s"}}\
            """
                .formatted(
                    number, item, at, parties, at, at, answers, materials, Hashes.sha256(STROKES)));
  }

  @Override
  public void close() {
    http.close();
    platform.close();
  }
}
