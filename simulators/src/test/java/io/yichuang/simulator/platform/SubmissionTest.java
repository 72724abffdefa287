package io.yichuang.simulator.platform;

import static io.yichuang.simulator.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Submissions over the wire: once, whole, or refused with a reason. */
class SubmissionTest extends PlatformOnFriday {
  @Test
  void twenty_at_once_with_one_number_make_one_case() throws Exception {
    ObjectNode body = PlatformClient.lease("NC3-1", FRIDAY);
    List<Integer> statuses = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(() -> terminal.submit("NC3-1", body)));
      }
      for (Future<HttpResponse<byte[]>> answer : answers) {
        statuses.add(answer.get().statusCode());
        codes.add(json(answer.get()).get("code").asString());
      }
    }
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    assertThat(codes.stream().distinct()).hasSize(1);
    assertThat(platform.cases()).hasSize(1);
  }

  @Test
  void another_body_under_the_same_number_is_a_conflict() throws Exception {
    terminal.submit("NC3-1", PlatformClient.lease("NC3-1", FRIDAY));
    assertProblem(
        terminal.submit("NC3-1", PlatformClient.proof("NC3-1", FRIDAY)),
        409,
        "idempotency-conflict");
    assertThat(platform.cases()).hasSize(1);
  }

  @Test
  void a_lost_answer_did_the_work_once() throws Exception {
    ObjectNode body = PlatformClient.lease("NC3-1", FRIDAY);
    platform.setFault("answer-lost");
    assertThatThrownBy(() -> terminal.submit("NC3-1", body)).isInstanceOf(IOException.class);
    platform.clearFaults();
    assertThat(terminal.submit("NC3-1", body).statusCode()).isEqualTo(200);
    assertThat(platform.cases()).hasSize(1);
  }

  @Test
  void a_case_outlives_a_restart() throws Exception {
    String code =
        json(terminal.submit("NC3-1", PlatformClient.lease("NC3-1", FRIDAY)))
            .get("code")
            .asString();
    stop();
    start();
    JsonNode again = json(terminal.submit("NC3-1", PlatformClient.lease("NC3-1", FRIDAY)));
    assertThat(again.get("code").asString()).isEqualTo(code);
  }

  @Test
  void what_is_missing_is_named() throws Exception {
    ObjectNode body = PlatformClient.lease("NC3-1", FRIDAY);
    body.putArray("answers");
    JsonNode answers = assertProblem(terminal.submit("NC3-1", body), 422, "missing-answer");
    assertThat(answers.get("missing")).hasSize(8);

    ObjectNode bare = PlatformClient.lease("NC3-1", FRIDAY);
    ((ArrayNode) bare.get("materials")).remove(2);
    JsonNode materials = assertProblem(terminal.submit("NC3-1", bare), 422, "missing-material");
    assertThat(materials.get("missing").get(0).asString()).isEqualTo("lease");

    ObjectNode unsent = PlatformClient.lease("NC3-1", FRIDAY);
    ((ObjectNode) unsent.get("materials").get(2)).put("sha256", "0".repeat(64));
    unsent.putObject("signature").put("sha256", "1".repeat(64));
    JsonNode files = assertProblem(terminal.submit("NC3-1", unsent), 422, "missing-file");
    assertThat(files.get("missing").toString()).isEqualTo("[\"lease\",\"signature\"]");

    assertProblem(
        terminal.submit("NC3-1", PlatformClient.lease("NC3-1", FRIDAY).put("item", "XX-1")),
        404,
        "unknown-item");
    assertThat(platform.cases()).isEmpty();
  }

  @Test
  void a_photo_is_one_page_that_was_put_before_or_is_brought_later() throws Exception {
    ObjectNode without = PlatformClient.permit("NC3-1", FRIDAY);
    JsonNode missing = assertProblem(terminal.submit("NC3-1", without), 422, "missing-material");
    assertThat(missing.get("missing").toString()).isEqualTo("[\"photo\"]");

    ObjectNode unsent = PlatformClient.permit("NC3-1", FRIDAY);
    ((ArrayNode) unsent.get("materials"))
        .addObject()
        .put("material", "photo")
        .put("means", "photo");
    assertProblem(terminal.submit("NC3-1", unsent), 422, "missing-material");

    ObjectNode taken = PlatformClient.permit("NC3-1", FRIDAY);
    ((ArrayNode) taken.get("materials"))
        .addObject()
        .put("material", "photo")
        .put("means", "photo")
        .put("sha256", Catalogue.sha256(PlatformClient.PDF))
        .put("pages", 1);
    assertThat(terminal.submit("NC3-1", taken).statusCode()).isEqualTo(201);

    ObjectNode later = PlatformClient.permit("NC3-2", FRIDAY);
    ((ArrayNode) later.get("materials")).addObject().put("material", "photo").put("means", "later");
    assertThat(terminal.submit("NC3-2", later).statusCode()).isEqualTo(201);
  }

  @Test
  void it_comes_from_the_terminal_that_sends_it() throws Exception {
    ObjectNode body = PlatformClient.lease("NC3-1", FRIDAY).put("terminal", "NC-0002");
    JsonNode problem = assertProblem(terminal.submit("NC3-1", body), 400, "malformed");
    assertThat(problem.get("detail").asString()).contains("another terminal");
  }

  @Test
  void every_party_is_named_as_the_answers_and_the_card_say() throws Exception {
    List<Consumer<ArrayNode>> breaches =
        List.of(
            ArrayNode::removeAll,
            parties -> parties.remove(1),
            parties -> ((ObjectNode) parties.get(1)).put("name", " "),
            parties -> ((ObjectNode) parties.get(1)).put("name", "吴建明"),
            parties -> ((ObjectNode) parties.get(1)).put("idNumber", "500103197505200039"),
            parties -> ((ObjectNode) parties.get(1)).remove("idNumber"),
            parties -> ((ObjectNode) parties.get(1)).put("confirmed", true),
            parties -> ((ObjectNode) parties.get(1)).remove("confirmed"),
            parties -> parties.add(parties.get(1)));
    for (Consumer<ArrayNode> breach : breaches) {
      ObjectNode body = PlatformClient.lease("NC3-1", FRIDAY);
      breach.accept((ArrayNode) body.get("parties"));
      JsonNode problem = assertProblem(terminal.submit("NC3-1", body), 400, "malformed");
      assertThat(problem.get("missing").toString()).contains("other");
      assertThat(problem.toString()).doesNotContain("吴建");
    }
    ObjectNode body = PlatformClient.proof("NC3-1", FRIDAY);
    ((ObjectNode) body.get("parties").get(0)).put("name", "王大英");
    JsonNode problem = assertProblem(terminal.submit("NC3-1", body), 400, "malformed");
    assertThat(problem.get("missing").toString()).isEqualTo("[\"applicant\"]");
    body.withArray("parties").addObject().put("role", "witness").put("name", "x");
    assertProblem(terminal.submit("NC3-1", body), 400, "malformed");
    assertThat(platform.cases()).isEmpty();
  }

  @Test
  void an_answer_that_does_not_fit_is_named_and_not_quoted() throws Exception {
    ObjectNode body = PlatformClient.lease("NC3-1", FRIDAY);
    for (JsonNode answer : body.get("answers")) {
      if (answer.get("question").asString().equals("end")) {
        ((ObjectNode) answer).put("value", "2026-11-30");
      }
    }
    JsonNode problem = assertProblem(terminal.submit("NC3-1", body), 400, "malformed");
    assertThat(problem.get("missing").toString()).isEqualTo("[\"end\"]");
    assertThat(problem.toString()).doesNotContain("2026-11-30");
  }

  @Test
  void an_instant_item_is_finished_with_its_licence() throws Exception {
    JsonNode file = json(terminal.submit("NC3-2", PlatformClient.proof("NC3-2", FRIDAY)));
    assertThat(file.get("state").asString()).isEqualTo("finished");
    JsonNode fields = file.get("licence").get("fields");
    assertThat(fields.get("name").asString()).isEqualTo("王小英");
    assertThat(fields.get("period").asString()).isEqualTo("2025年11月至2026年10月");
    assertThat(fields.get("insurances")).hasSize(3);
    assertThat(fields.toString()).doesNotContain(PlatformClient.WANG);
    assertThat(file.get("licence").get("verification").asString()).startsWith("https://");
  }

  /**
   * The terminal knows who still stands there, and tells the others: see hand-over in the contract.
   */
  @Test
  void a_case_that_comes_late_is_not_told_twice() throws Exception {
    platform.advance(Duration.ofMinutes(3));
    terminal.submit("NC3-2", PlatformClient.lease("NC3-2", FRIDAY));
    assertThat(platform.messages()).isEmpty();
  }

  @Test
  void files_are_checked() throws Exception {
    byte[] pdf = "%PDF-1.7 other".getBytes(StandardCharsets.UTF_8);
    String path = "/v1/files/" + Catalogue.sha256(pdf);
    assertThat(terminal.put(path, "application/pdf", pdf).statusCode()).isEqualTo(201);
    assertThat(terminal.put(path, "application/pdf", pdf).statusCode()).isEqualTo(200);
    assertProblem(
        terminal.put("/v1/files/" + "0".repeat(64), "application/pdf", pdf), 422, "bad-hash");
    assertProblem(terminal.put(path, "image/png", pdf), 400, "malformed");
    assertProblem(
        terminal.put(path, "application/pdf", new byte[PlatformRoutes.MOST_FILE_BYTES + 1]),
        413,
        "too-large");
  }

  @Test
  void bad_bodies_are_malformed() throws Exception {
    for (String body : List.of("", "{", "[]", "null", "{\"a\": 1} x", "[".repeat(100_000))) {
      assertProblem(terminal.post("/v1/cases/search", body), 400, "malformed");
      assertProblem(
          terminal.send(
              terminal
                  .request("/v1/cases")
                  .header("Idempotency-Key", "k")
                  .POST(BodyPublishers.ofString(body))
                  .build()),
          400,
          "malformed");
    }
    assertProblem(
        terminal.post("/v1/cases/search", "{\"a\": \"" + "x".repeat(2 << 20) + "\"}"),
        413,
        "too-large");
  }

  static JsonNode assertProblem(HttpResponse<byte[]> answer, int status, String code) {
    JsonNode problem = json(answer);
    assertThat(problem.path("code").asString("")).isEqualTo(code);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem.has("type") && problem.has("title")).isTrue();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    return problem;
  }
}
