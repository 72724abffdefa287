package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.simulator.bench.BenchRefusal;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class PlatformSimulatorTest {
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void start() {
    terminal = new Terminal(folder, Terminal.MONDAY);
  }

  @AfterEach
  void stop() {
    terminal.close();
  }

  private static ObjectNode lease(String number) {
    return Terminal.lease(number, Terminal.MONDAY);
  }

  private static void dropFrom(ObjectNode submission, String list, String name, String id) {
    ArrayNode array = (ArrayNode) submission.get(list);
    for (int i = array.size() - 1; i >= 0; i--) {
      if (array.get(i).get(name).asString().equals(id)) {
        array.remove(i);
      }
    }
  }

  @Test
  void health_needs_no_key_and_everything_else_does() throws IOException {
    var open = HttpRequest.newBuilder(java.net.URI.create(terminal.platform.url() + "/v1/health"));
    assertThat(terminal.send(open.build()).json().get("status").asString()).isEqualTo("up");
    var wrong =
        terminal.send(
            terminal.request("/v1/catalogue").setHeader("Authorization", "Bearer no").build());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("unauthorised");
    assertThat(wrong.type()).isEqualTo("application/problem+json");
  }

  @Test
  void the_catalogue_is_told_once_for_each_version() throws IOException {
    var first = terminal.get("/v1/catalogue");
    assertThat(first.json().get("items")).hasSize(3);
    String tag = first.response().headers().firstValue("ETag").orElseThrow();
    var again =
        terminal.send(terminal.request("/v1/catalogue").header("If-None-Match", tag).build());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
  }

  @Test
  void a_lease_becomes_a_case_and_is_worked_on() throws IOException {
    terminal.putFiles();
    var made = terminal.submit(lease("T1"));
    assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
    JsonNode one = made.json();
    String code = one.get("code").asString();
    assertThat(SupervisionCode.valid(code)).isTrue();
    assertThat(code).startsWith("500119202611230001");
    assertThat(one.get("state").asString()).isEqualTo("received");
    assertThat(one.get("applicant").asString()).isEqualTo("王＊英");
    assertThat(one.get("acceptBy").asString()).isEqualTo("2026-11-24");
    assertThat(one.get("promisedBy").asString()).isEqualTo("2026-11-25");
    assertThat(one.get("legalBy").asString()).isEqualTo("2026-11-27");
    assertThat(one.get("light").asString()).isEqualTo("green");
    assertThat(one.get("daysLeft").asInt()).isEqualTo(2);

    var platform = terminal.platform;
    assertThat(platform.materialPdf(code, "lease")).isEqualTo(Terminal.PDF);
    assertThatThrownBy(() -> platform.materialPdf(code, "id-card"))
        .isInstanceOf(BenchRefusal.class);
    assertThatThrownBy(() -> platform.step(code, "finish")).isInstanceOf(BenchRefusal.class);
    assertThat(platform.step(code, "accept")).containsEntry("state", "accepted");
    assertThat(platform.step(code, "finish")).containsEntry("state", "finished");
    assertThat(platform.messages().getFirst().get("text").toString()).contains("已办好", code);

    JsonNode found = search("idNumber", Terminal.WANG).get(0);
    assertThat(found.get("licence").get("fields").get("rent").asString()).isEqualTo("1500.00元");
    assertThat(found.get("licence").get("fields").get("party.other").asString()).isEqualTo("吴建民");
    assertThat(found.get("licence").get("verification").asString()).doesNotContain(Terminal.WANG);
  }

  private JsonNode search(String by, String value) throws IOException {
    var answer = terminal.post("/v1/cases/search", "{\"" + by + "\":\"" + value + "\"}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().get("cases");
  }

  @Test
  void an_instant_item_is_finished_at_once_with_its_certificate() throws IOException {
    terminal.put(Hashes.sha256(Terminal.STROKES), "application/json", Terminal.STROKES);
    JsonNode one = terminal.submit(Terminal.certificate("T1", Terminal.MONDAY)).json();
    assertThat(one.get("state").asString()).isEqualTo("finished");
    assertThat(one.get("light").asString()).isEqualTo("none");
    JsonNode fields = one.get("licence").get("fields");
    assertThat(fields.get("status").asString()).isEqualTo("参保缴费");
    assertThat(fields.get("insurances")).hasSize(4);
    assertThat(fields.get("insurances").get(0).get("from").asString()).isEqualTo("2024-11");
    assertThat(fields.get("insurances").get(0).get("to").asString()).isEqualTo("2026-10");
    String code = one.get("code").asString();
    assertThat(search("code", code).get(0).has("licence")).isFalse();
    assertThat(search("terminalNumber", "T1").get(0).has("licence")).isTrue();
  }

  @Test
  void twenty_calls_with_one_key_make_one_case() throws Exception {
    terminal.putFiles();
    List<Callable<Terminal.Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> terminal.submit(lease("SAME")));
    }
    List<Integer> statuses = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var future : threads.invokeAll(calls)) {
        statuses.add(future.get().status());
        codes.add(future.get().code());
      }
    }
    assertThat(statuses).containsOnly(200, 201);
    assertThat(statuses).filteredOn(s -> s == 201).hasSize(1);
    assertThat(codes).containsOnly(codes.getFirst());
    assertThat(terminal.platform.cases()).hasSize(1);
    ObjectNode other = lease("SAME");
    other.put("language", "en");
    var conflict = terminal.submit(other);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.code()).isEqualTo("idempotency-conflict");
  }

  @Test
  void what_is_missing_is_named_and_makes_no_case() throws IOException {
    var noFile = terminal.submit(lease("T1"));
    assertThat(noFile.code()).isEqualTo("missing-file");
    assertThat(noFile.json().get("missing").toString()).isEqualTo("[\"lease\",\"signature\"]");
    terminal.putFiles();

    ObjectNode noLandlord = lease("T1");
    dropFrom(noLandlord, "answers", "question", "landlord-name");
    var missing = terminal.submit(noLandlord);
    assertThat(missing.code()).isEqualTo("missing-answer");
    assertThat(missing.json().get("missing").toString()).isEqualTo("[\"landlord-name\"]");

    ObjectNode noLease = lease("T1");
    dropFrom(noLease, "materials", "material", "lease");
    assertThat(terminal.submit(noLease).code()).isEqualTo("missing-material");

    ObjectNode unknown = lease("T1");
    unknown.put("item", "XX-00");
    assertThat(terminal.submit(unknown).code()).isEqualTo("unknown-item");

    ObjectNode query = lease("T1");
    query.put("item", "YC-JD-01");
    assertThat(terminal.submit(query).code()).isEqualTo("item-closed");

    ObjectNode low = lease("T1");
    ((ObjectNode) low.get("identity")).put("level", "L1");
    assertThat(terminal.submit(low).code()).isEqualTo("malformed");

    ObjectNode backwards = lease("T1");
    ((ObjectNode) backwards.get("answers").get(6)).put("value", "2026-11-30");
    assertThat(terminal.submit(backwards).code()).isEqualTo("malformed");

    assertThat(terminal.submit("", lease("T1").toString()).code()).isEqualTo("malformed");
    assertThat(terminal.platform.cases()).isEmpty();
    assertThat(terminal.submit(lease("T1")).status()).isEqualTo(201);
  }

  @Test
  void bad_bodies_are_refused_and_not_repeated() throws IOException {
    String secret = "张三丰三";
    for (String body :
        List.of("", "{", "[]", "null", "{\"idNumber\":\"" + secret + "\",}", "{} {}", "\u0000")) {
      var answer = terminal.post("/v1/cases/search", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("malformed");
      assertThat(answer.json().toString()).doesNotContain(secret);
    }
    var huge = terminal.post("/v1/cases/search", "\"" + "x".repeat(2 << 20) + "\"");
    assertThat(huge.status()).isEqualTo(413);
    assertThat(huge.code()).isEqualTo("too-large");
    byte[] file = new byte[PlatformApi.MOST_FILE_BYTES + 1];
    var large = terminal.put(Hashes.sha256(file), "application/pdf", file);
    assertThat(large.code()).isEqualTo("too-large");
    assertThat(
            terminal.put(Hashes.sha256(Terminal.PDF), "application/pdf", Terminal.STROKES).code())
        .isEqualTo("bad-hash");
    assertThat(
            terminal
                .put(Hashes.sha256(Terminal.STROKES), "application/pdf", Terminal.STROKES)
                .code())
        .isEqualTo("malformed");
    assertThat(terminal.get("/v1/nothing").status()).isEqualTo(404);
    assertThat(terminal.get("/").status()).isEqualTo(404);
  }

  @Test
  void a_file_is_stored_once() throws IOException {
    String hash = Hashes.sha256(Terminal.PDF);
    assertThat(terminal.put(hash, "application/pdf", Terminal.PDF).status()).isEqualTo(201);
    assertThat(terminal.put(hash, "application/pdf", Terminal.PDF).status()).isEqualTo(200);
  }

  @Test
  void codes_by_message_know_the_person_and_three_tries() throws IOException {
    String ask = "{\"idNumber\":\"" + Terminal.WANG + "\"}";
    JsonNode sent = terminal.post("/v1/identity/sms-codes", ask).json();
    assertThat(sent.get("phone").asString()).isEqualTo("199****0001");
    String text = terminal.platform.messages().getFirst().get("text").toString();
    String code = text.replaceAll("[^0-9]*([0-9]{6}).*", "$1");
    String path = "/v1/identity/sms-codes/" + sent.get("challenge").asString() + "/check";
    String wrong = code.equals("000000") ? "000001" : "000000";
    assertThat(terminal.post(path, "{\"code\":\"" + wrong + "\"}").code())
        .isEqualTo("wrong-sms-code");
    JsonNode person = terminal.post(path, "{\"code\":\"" + code + "\"}").json();
    assertThat(person.get("name").asString()).isEqualTo("王小英");
    assertThat(person.get("birth").asString()).isEqualTo("1984-06-12");
    assertThat(terminal.post(path, "{\"code\":\"" + code + "\"}").code())
        .isEqualTo("sms-code-expired");

    sent = terminal.post("/v1/identity/sms-codes", ask).json();
    String second = "/v1/identity/sms-codes/" + sent.get("challenge").asString() + "/check";
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(terminal.post(second, "{\"code\":\"999999\"}").code());
    }
    assertThat(answers)
        .containsExactly("wrong-sms-code", "wrong-sms-code", "too-many-tries", "too-many-tries");
    assertThat(terminal.post("/v1/identity/sms-codes", "{\"idNumber\":\"1\"}").code())
        .isEqualTo("unknown-person");
  }

  @Test
  void other_departments_answer_or_say_why_not() throws IOException {
    assertThat(
            shared("portrait", Terminal.WANG, "王小英").json().get("fields").get("image").asString())
        .startsWith("iVBOR");
    assertThat(
            shared("residence", "500103197505200038", "吴建民")
                .json()
                .get("fields")
                .get("address")
                .asString())
        .isEqualTo("重庆市南川区南城街道示例一路66号3-2");
    assertThat(
            shared("property", Terminal.WANG, "王小英").json().get("fields").get("owner").asString())
        .isEqualTo("吴＊民");
    assertThat(shared("property", "512326195202080016", "李德福").code()).isEqualTo("no-record");
    assertThat(shared("property", "500119198101010153", "赵国强").code()).isEqualTo("department-down");
    assertThat(shared("property", Terminal.WANG, "王小").code()).isEqualTo("unknown-person");
    assertThat(shared("nothing", Terminal.WANG, "王小英").code()).isEqualTo("no-record");
  }

  private Terminal.Answer shared(String dataset, String number, String name) throws IOException {
    return terminal.post(
        "/v1/shared-data/" + dataset,
        "{\"idNumber\":\"%s\",\"name\":\"%s\",\"item\":\"ZJ-ZL-01\",\"purpose\":\"material\"}"
            .formatted(number, name));
  }

  @Test
  void lights_turn_and_a_reminder_helps_once_a_working_day() throws IOException {
    terminal.putFiles();
    String code = terminal.submit(lease("T1")).json().get("code").asString();
    String remind = "/v1/cases/" + code + "/reminders";
    JsonNode reminder = terminal.post(remind, "").json();
    assertThat(reminder.get("answerBy").asString()).isEqualTo("2026-11-24");
    assertThat(terminal.post(remind, "").code()).isEqualTo("reminded-already");
    terminal.platform.advance(Duration.ofDays(1));
    assertThat(terminal.platform.cases().getFirst()).containsEntry("light", "yellow");
    assertThat(terminal.post(remind, "").status()).isEqualTo(201);
    terminal.platform.advance(Duration.ofDays(3));
    JsonNode late = search("code", code).get(0);
    assertThat(late.get("light").asString()).isEqualTo("red");
    assertThat(late.get("daysLeft").asInt()).isEqualTo(-2);
    assertThat(late.get("reason").get("zh").asString()).contains("督查");
    terminal.platform.step(code, "accept");
    terminal.platform.step(code, "finish");
    assertThat(terminal.post(remind, "").code()).isEqualTo("not-in-progress");
    assertThat(terminal.post("/v1/cases/12345678901234567890/reminders", "").code())
        .isEqualTo("bad-code");
    assertThat(
            terminal
                .post(
                    "/v1/cases/"
                        + SupervisionCode.of("500119", java.time.LocalDate.of(2026, 1, 5), 7)
                        + "/reminders",
                    "")
                .code())
        .isEqualTo("unknown-case");
  }

  @Test
  void a_case_is_rated_once_and_its_receipt_sent_as_often_as_asked() throws IOException {
    terminal.putFiles();
    String path = "/v1/cases/" + terminal.submit(lease("T1")).json().get("code").asString();
    assertThat(terminal.post(path + "/ratings", "{\"level\":6}").code()).isEqualTo("malformed");
    assertThat(terminal.post(path + "/ratings", "{\"level\":5}").status()).isEqualTo(201);
    assertThat(terminal.post(path + "/ratings", "{\"level\":1}").code()).isEqualTo("rated-already");
    assertThat(terminal.post(path + "/messages", "{\"kind\":\"receipt\"}").status()).isEqualTo(201);
    assertThat(terminal.platform.messages().getFirst().get("text").toString())
        .contains("收件回执", "2026年11月25日");
  }

  @Test
  void a_submission_that_waited_for_the_network_is_answered_by_message() throws IOException {
    terminal.putFiles();
    terminal.submit(Terminal.lease("T1", Terminal.MONDAY.minus(Duration.ofHours(3))));
    assertThat(terminal.platform.messages())
        .anySatisfy(m -> {
          assertThat(m).containsEntry("phone", "19900000001");
          assertThat(m.get("text").toString()).contains("已收件");
        });
  }

  @Test
  void after_the_last_published_year_no_date_is_invented() throws IOException {
    terminal.putFiles();
    terminal.platform.advance(Duration.ofDays(38)); // 31 December 2026
    JsonNode one = terminal.submit(lease("T1")).json();
    assertThat(one.has("acceptBy")).isFalse();
    assertThat(one.has("promisedBy")).isFalse();
    assertThat(one.get("light").asString()).isEqualTo("none");
    assertThat(one.get("reason").get("zh").asString()).contains("2027年");
    assertThat(terminal.post("/v1/cases/" + one.get("code").asString() + "/reminders", "").code())
        .isEqualTo("calendar-not-published");
  }

  @Test
  void cases_files_and_clock_survive_a_restart() throws IOException {
    terminal.putFiles();
    String code = terminal.submit(lease("T1")).json().get("code").asString();
    terminal.platform.advance(Duration.ofDays(1));
    terminal.close();
    terminal = new Terminal(folder, Terminal.MONDAY);
    assertThat(terminal.submit(lease("T1")).status()).isEqualTo(200);
    assertThat(terminal.platform.materialPdf(code, "lease")).isEqualTo(Terminal.PDF);
    assertThat(terminal.platform.clock()).containsEntry("today", "2026-11-24");
    terminal.platform.reset();
    assertThat(terminal.platform.cases()).isEmpty();
    assertThat(terminal.platform.messages()).isEmpty();
    assertThat(terminal.platform.clock()).containsEntry("today", "2026-11-23");
  }

  @Test
  void each_fault_is_seen_on_the_wire() throws IOException {
    terminal.putFiles();
    terminal.platform.setFault("answer-lost");
    assertThatThrownBy(() -> terminal.submit(lease("T1"))).isInstanceOf(IOException.class);
    assertThat(terminal.platform.cases()).hasSize(1);
    terminal.platform.clearFaults();
    assertThat(terminal.submit(lease("T1")).status()).isEqualTo(200);

    terminal.platform.setFault("down");
    assertThatThrownBy(() -> terminal.get("/v1/health")).isInstanceOf(IOException.class);
    terminal.platform.clearFaults();
    assertThat(terminal.get("/v1/health").status()).isEqualTo(200);

    terminal.platform.setFault("http-500");
    assertThat(terminal.get("/v1/health").status()).isEqualTo(500);
    terminal.platform.clearFaults();

    terminal.platform.setFault("garbage");
    byte[] noise = terminal.get("/v1/health").response().body();
    assertThat(new String(noise, StandardCharsets.UTF_8)).doesNotContain("status");
    terminal.platform.clearFaults();

    terminal.platform.setFault("slow");
    assertThat(terminal.get("/v1/health").status()).isEqualTo(200);
    assertThat(terminal.platform.activeFaults()).containsExactly("slow");
    assertThatThrownBy(() -> terminal.platform.setFault("fire")).isInstanceOf(BenchRefusal.class);
  }
}
