package io.yichuang.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every answer of the platform, held against the terminal's own contract document. */
final class ContractTest {
  private static final Path CONTRACT =
      Path.of("../kiosk-app/src/main/resources/io/yichuang/kiosk/platform/platform-v1.yaml");
  private static JsonNode schemas;

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(CONTRACT), "the contract lies in the kiosk's module, which is absent");
    schemas = new YAMLMapper().readTree(CONTRACT.toFile()).get("components").get("schemas");
  }

  @BeforeEach
  void start() {
    terminal = new Terminal(folder, Terminal.MONDAY);
  }

  @AfterEach
  void stop() {
    terminal.close();
  }

  /** What breaks the schema, by path; empty if nothing does. */
  private static List<String> broken(String schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, schemas.get(schema), value, faults);
    return faults;
  }

  private static void check(String at, JsonNode schema, JsonNode value, List<String> faults) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().replaceFirst(".*/", "");
      check(at, schemas.get(name), value, faults);
      return;
    }
    if (schema.has("oneOf")) {
      boolean fits =
          schema
              .get("oneOf")
              .valueStream()
              .anyMatch(one -> {
                List<String> own = new ArrayList<>();
                check(at, one, value, own);
                return own.isEmpty();
              });
      if (!fits) {
        faults.add(at + " fits none of oneOf");
      }
      return;
    }
    if (value.isNull()) {
      faults.add(at + " is null");
      return;
    }
    boolean typed =
        switch (schema.path("type").asString("")) {
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "boolean" -> value.isBoolean();
          case "array" -> value.isArray();
          case "object" -> value.isObject();
          default -> true;
        };
    if (!typed) {
      faults.add(at + " is no " + schema.get("type").asString());
      return;
    }
    if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
      faults.add(at + " is none of the enum: " + value);
    }
    if (schema.has("pattern")
        && !Pattern.matches(schema.get("pattern").asString(), value.asString())) {
      faults.add(at + " does not match");
    }
    if (schema.path("format").asString("").equals("date")
        && !value.asString().matches("\\d{4}-\\d\\d-\\d\\d")) {
      faults.add(at + " is no date");
    }
    if (schema.path("format").asString("").equals("date-time")
        && !value.asString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")) {
      faults.add(at + " is no date-time");
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asString())) {
        faults.add(at + " lacks " + required.asString());
      }
    }
    for (var property : value.properties()) {
      JsonNode known = schema.path("properties").path(property.getKey());
      JsonNode extra = schema.path("additionalProperties");
      if (!known.isMissingNode()) {
        check(at + "." + property.getKey(), known, property.getValue(), faults);
      } else if (extra.isObject()) {
        check(at + "." + property.getKey(), extra, property.getValue(), faults);
      } else {
        faults.add(at + " has an unknown " + property.getKey());
      }
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(one -> check(at + "[]", schema.get("items"), one, faults));
    }
  }

  @Test
  void the_checker_sees_what_is_broken() {
    ObjectNode health = Json.MAPPER.createObjectNode().put("status", "tired");
    assertThat(broken("Health", health)).hasSize(2);
    assertThat(broken("CaseFile", health)).isNotEmpty();
  }

  /** Plain words: 20 characters a sentence, and both languages. */
  @Test
  void every_sentence_of_the_catalogue_is_short() {
    List<String> texts = new ArrayList<>();
    Json.resource("texts.json").forEach(text -> texts.add(text.get("zh").asString()));
    for (JsonNode file : Json.resource("catalogue/index.json")) {
      Json.resource("catalogue/" + file.asString())
          .findValues("zh")
          .forEach(text -> texts.add(text.asString()));
    }
    assertThat(texts)
        .hasSizeGreaterThan(80)
        .allSatisfy(text ->
            assertThat(text.replaceAll("\\{[a-z]+}", "").split("[。，：]"))
                .allSatisfy(sentence -> assertThat(sentence.length()).isLessThanOrEqualTo(20)))
        .noneMatch(text -> text.matches(".*(系统繁忙|失败|非法).*"));
  }

  @Test
  void answers_are_as_the_contract_says() throws IOException {
    assertThat(broken("Health", terminal.get("/v1/health").json())).isEmpty();
    assertThat(broken("Catalogue", terminal.get("/v1/catalogue").json())).isEmpty();
    for (String dataset : List.of("portrait", "residence", "property", "social-insurance")) {
      var record =
          terminal.post(
              "/v1/shared-data/" + dataset,
              "{\"idNumber\":\"%s\",\"name\":\"王小英\",\"item\":\"x\",\"purpose\":\"prefill\"}"
                  .formatted(Terminal.WANG));
      assertThat(broken("SharedData", record.json())).as(dataset).isEmpty();
    }
    var challenge =
        terminal.post("/v1/identity/sms-codes", "{\"idNumber\":\"" + Terminal.WANG + "\"}").json();
    assertThat(broken("SmsChallenge", challenge)).isEmpty();
    String code =
        terminal
            .platform
            .messages()
            .getFirst()
            .get("text")
            .toString()
            .replaceAll("[^0-9]*([0-9]{6}).*", "$1");
    var person =
        terminal.post(
            "/v1/identity/sms-codes/" + challenge.get("challenge").asString() + "/check",
            "{\"code\":\"" + code + "\"}");
    assertThat(broken("Person", person.json())).isEmpty();
    terminal.putFiles();
    assertThat(broken("Submission", Terminal.lease("T1", Terminal.MONDAY))).isEmpty();
    var instant = terminal.submit(Terminal.certificate("T0", Terminal.MONDAY));
    assertThat(broken("CaseFile", instant.json())).isEmpty();
    String one =
        terminal.submit(Terminal.lease("T1", Terminal.MONDAY)).json().get("code").asString();
    assertThat(broken("Reminder", terminal.post("/v1/cases/" + one + "/reminders", "").json()))
        .isEmpty();
    terminal.post("/v1/cases/" + one + "/ratings", "{\"level\":4}");
    for (String step : List.of("accept", "correct", "accept", "finish")) {
      assertThat(cases()).flatMap(found -> broken("CaseFile", found)).isEmpty();
      terminal.platform.step(one, step);
      terminal.platform.advance(Duration.ofDays(2));
    }
    assertThat(cases()).hasSize(2).flatMap(found -> broken("CaseFile", found)).isEmpty();
    for (String body : List.of("{}", "{\"code\":\"1\"}", "{")) {
      assertThat(broken("Problem", terminal.post("/v1/cases/search", body).json())).isEmpty();
    }
  }

  private List<JsonNode> cases() throws IOException {
    return terminal
        .post("/v1/cases/search", "{\"idNumber\":\"" + Terminal.WANG + "\"}")
        .json()
        .get("cases")
        .valueStream()
        .toList();
  }
}
