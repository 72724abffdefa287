package io.yichuang.simulator.platform;

import static io.yichuang.simulator.platform.PlatformClient.json;
import static io.yichuang.simulator.platform.SubmissionTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.simulator.bench.BenchRefusal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the platform tells, to terminals and to the bench. */
class PlatformTest extends PlatformOnFriday {
  @Test
  void the_catalogue_is_sent_once_for_each_version() throws Exception {
    HttpResponse<byte[]> first = terminal.get("/v1/catalogue");
    assertThat(json(first).get("items")).hasSize(4);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).isEqualTo('"' + json(first).get("version").asString() + '"');
    HttpResponse<byte[]> second =
        terminal.send(terminal.request("/v1/catalogue").header("If-None-Match", tag).GET().build());
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    for (JsonNode item : json(first).get("items")) {
      assertThat(item.propertyNames())
          .contains(
              "code",
              "kind",
              "name",
              "summary",
              "department",
              "icon",
              "assurance",
              "night",
              "minutes",
              "fee",
              "limits",
              "parties",
              "questions",
              "materials",
              "results",
              "devices",
              "next");
    }
  }

  @Test
  void a_case_has_what_the_contract_requires_and_hides_the_name() throws Exception {
    JsonNode file = found(submitted());
    assertThat(file.propertyNames())
        .contains(
            "code",
            "terminalNumber",
            "item",
            "itemName",
            "department",
            "applicant",
            "state",
            "light",
            "submittedAt",
            "timeline");
    assertThat(file.get("applicant").asString()).isEqualTo("王＊英");
    assertThat(file.toString()).doesNotContain("王小英", PlatformClient.WANG);
    for (JsonNode point : file.get("timeline")) {
      assertThat(point.get("what").propertyNames()).contains("zh", "en");
      assertThat(point.get("state").asString()).isIn("done", "now", "later");
    }
  }

  @Test
  void an_insurance_proof_is_seen_by_its_owner_alone() throws Exception {
    String code =
        json(terminal.submit("NC3-2", PlatformClient.proof("NC3-2", FRIDAY)))
            .get("code")
            .asString();
    assertThat(found(code).has("licence")).isFalse();
    String own = "{\"idNumber\": \"" + PlatformClient.WANG + "\"}";
    assertThat(json(terminal.post("/v1/cases/search", own)).get("cases").get(0).has("licence"))
        .isTrue();
    assertThat(
            json(terminal.post("/v1/cases/search", "{\"terminalNumber\": \"NC3-2\"}")).get("cases"))
        .hasSize(1);
  }

  @Test
  void bad_unknown_and_double_are_told_apart() throws Exception {
    String code = submitted();
    String wrong = code.substring(0, 19) + (char) ('0' + (code.charAt(19) - '0' + 1) % 10);
    assertProblem(
        terminal.post("/v1/cases/search", "{\"code\": \"" + wrong + "\"}"), 400, "bad-code");
    String other = SupervisionCode.withCheck("500119202611209999");
    assertProblem(
        terminal.post("/v1/cases/search", "{\"code\": \"" + other + "\"}"), 404, "unknown-case");
    String path = "/v1/cases/" + code;
    HttpResponse<byte[]> reminder = terminal.post(path + "/reminders", "");
    assertThat(reminder.statusCode()).isEqualTo(201);
    assertThat(json(reminder).get("answerBy").asString()).isEqualTo("2026-11-23");
    platform.advance(Duration.ofDays(2));
    assertProblem(terminal.post(path + "/reminders", ""), 409, "reminded-already");
    platform.advance(Duration.ofDays(1));
    assertThat(terminal.post(path + "/reminders", "").statusCode()).isEqualTo(201);
    assertProblem(terminal.post(path + "/ratings", "{\"level\": 6}"), 400, "malformed");
    assertThat(terminal.post(path + "/ratings", "{\"level\": 5}").statusCode()).isEqualTo(201);
    assertProblem(terminal.post(path + "/ratings", "{\"level\": 5}"), 409, "rated-already");
    assertThat(terminal.post(path + "/messages", "{\"kind\": \"receipt\"}").statusCode())
        .isEqualTo(201);
    platform.step(code, "correct");
    assertProblem(terminal.post(path + "/reminders", ""), 409, "not-in-progress");
    assertThatThrownBy(() -> platform.step(code, "finish")).isInstanceOf(BenchRefusal.class);
    assertThat(platform.materialPdf(code, "lease")).isEqualTo(PlatformClient.PDF);
    assertThatThrownBy(() -> platform.caseFile("1")).isInstanceOf(BenchRefusal.class);
  }

  @Test
  void a_code_by_message_proves_who_it_is() throws Exception {
    String ask = "{\"idNumber\": \"" + PlatformClient.WANG + "\"}";
    JsonNode challenge = json(terminal.post("/v1/identity/sms-codes", ask));
    assertThat(challenge.get("phone").asString()).isEqualTo("199****0001");
    Matcher code =
        Pattern.compile("[0-9]{6}").matcher((String) platform.messages().getFirst().get("text"));
    assertThat(code.find()).isTrue();
    String path = "/v1/identity/sms-codes/" + challenge.get("challenge").asString() + "/check";
    String wrong = code.group().equals("000000") ? "000001" : "000000";
    assertProblem(terminal.post(path, "{\"code\": \"" + wrong + "\"}"), 422, "wrong-sms-code");
    JsonNode person = json(terminal.post(path, "{\"code\": \"" + code.group() + "\"}"));
    assertThat(person.get("name").asString()).isEqualTo("王小英");
    assertThat(person.get("birth").asString()).isEqualTo("1984-06-12");
    assertProblem(
        terminal.post(path, "{\"code\": \"" + code.group() + "\"}"), 410, "sms-code-expired");

    String second =
        "/v1/identity/sms-codes/"
            + json(terminal.post("/v1/identity/sms-codes", ask)).get("challenge").asString()
            + "/check";
    assertThat(code.reset((String) platform.messages().getFirst().get("text")).find()).isTrue();
    String right = "{\"code\": \"" + code.group() + "\"}";
    String bad =
        right.contains("000000") ? right.replace("000000", "000001") : "{\"code\": \"000000\"}";
    assertProblem(terminal.post(second, "{\"code\": \"x\"}"), 400, "malformed");
    assertProblem(terminal.post(second, bad), 422, "wrong-sms-code");
    assertProblem(terminal.post(second, bad), 422, "wrong-sms-code");
    assertProblem(terminal.post(second, bad), 429, "too-many-tries");
    assertProblem(terminal.post(second, right), 429, "too-many-tries");
    platform.advance(Duration.ofMinutes(5));
    assertProblem(terminal.post(second, "{\"code\": \"000000\"}"), 410, "sms-code-expired");
    assertProblem(
        terminal.post("/v1/identity/sms-codes", "{\"idNumber\": \"1\"}"), 404, "unknown-person");
  }

  @Test
  void shared_data_is_there_or_clearly_not() throws Exception {
    String wang =
        "{\"idNumber\": \"%s\", \"name\": \"王小英\", \"item\": \"FW-ZL-01\", \"purpose\": \"prefill\"}"
            .formatted(PlatformClient.WANG);
    for (String dataset : SharedRecords.DATASETS) {
      JsonNode record = json(terminal.post("/v1/shared-data/" + dataset, wang));
      assertThat(record.propertyNames())
          .contains("dataset", "department", "recordedOn", "fetchedAt", "fields");
      assertThat(record.get("fields")).isNotEmpty();
    }
    assertProblem(terminal.post("/v1/shared-data/taxes", wang), 404, "no-record");
    assertProblem(
        terminal.post("/v1/shared-data/portrait", wang.replace("王小英", "王大英")),
        404,
        "unknown-person");
    String chen = wang.replace(PlatformClient.WANG, "500119199909270139").replace("王小英", "陈𫖯");
    assertProblem(terminal.post("/v1/shared-data/portrait", chen), 404, "no-record");
  }

  @Test
  void without_a_key_nothing_but_health_is_told() throws Exception {
    for (String key : List.of("x", "Bearer", "Bearer ", "Bearer other", "Basic demo", "demo")) {
      assertProblem(
          terminal.send(terminal.request("/v1/catalogue").setHeader("Authorization", key).build()),
          401,
          "unauthorised");
    }
    assertProblem(
        terminal.send(terminal.request("/v1/catalogue").setHeader("Terminal", "NC-0002").build()),
        401,
        "unauthorised");
    assertThat(
            terminal
                .send(terminal.request("/v1/health").setHeader("Authorization", "x").build())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void faults_act_and_end() throws Exception {
    platform.setFault("down");
    assertThatThrownBy(() -> terminal.get("/v1/catalogue")).isInstanceOf(IOException.class);
    platform.clearFaults();
    platform.setFault("http-500");
    assertThat(terminal.get("/v1/catalogue").statusCode()).isEqualTo(500);
    platform.clearFaults();
    platform.setFault("garbage");
    byte[] garbage = terminal.get("/v1/catalogue").body();
    assertThat(garbage).hasSize(512);
    platform.reset();
    platform.setFault("slow");
    assertThat(terminal.get("/v1/catalogue").statusCode()).isEqualTo(200);
    platform.reset();
    assertThat(platform.activeFaults()).isEmpty();
    assertThat(platform.cases()).isEmpty();
    assertThatThrownBy(() -> platform.setFault("x")).isInstanceOf(BenchRefusal.class);
  }
}
