package io.yichuang.simulator.platform;

import static io.yichuang.simulator.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yichuang.simulator.SimulatorOptions;
import io.yichuang.simulator.people.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every answer of the platform, held against the terminal's own contract document. */
final class ContractTest {
  private static final Path CONTRACT =
      Path.of("../kiosk-app/src/main/resources/io/yichuang/kiosk/platform/platform-v1.yaml");
  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
  private static JsonNode schemas;

  @TempDir Path folder;
  private SimulatedPlatform platform;
  private PlatformClient terminal;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(CONTRACT), "the contract lies in the kiosk's module, which is absent");
    schemas = new YAMLMapper().readTree(CONTRACT.toFile()).get("components").get("schemas");
  }

  @BeforeEach
  void start() {
    platform =
        new SimulatedPlatform(
            SimulatorOptions.in(folder).withSpeed(1000).withClock(() -> MONDAY), new People());
    terminal = new PlatformClient(platform.url());
  }

  @AfterEach
  void stop() {
    terminal.close();
    platform.close();
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
        && !value
            .asString()
            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)")) {
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
    ObjectNode health = JsonMapper.shared().createObjectNode().put("status", "tired");
    assertThat(broken("Health", health)).hasSize(2);
    assertThat(broken("CaseFile", health)).isNotEmpty();
  }

  @Test
  void every_answer_is_as_the_contract_says() throws Exception {
    assertThat(broken("Health", json(terminal.get("/v1/health")))).isEmpty();
    assertThat(broken("Catalogue", json(terminal.get("/v1/catalogue")))).isEmpty();
    for (String dataset :
        List.of("portrait", "residence", "property", "social-insurance", "phone")) {
      var record =
          terminal.post(
              "/v1/shared-data/" + dataset,
              "{\"idNumber\":\"%s\",\"name\":\"王小英\",\"item\":\"x\",\"purpose\":\"prefill\"}"
                  .formatted(PlatformClient.WANG));
      assertThat(broken("SharedData", json(record))).as(dataset).isEmpty();
    }
    JsonNode challenge =
        json(
            terminal.post(
                "/v1/identity/sms-codes", "{\"idNumber\":\"" + PlatformClient.WANG + "\"}"));
    assertThat(broken("SmsChallenge", challenge)).isEmpty();
    String code =
        platform.messages().getFirst().get("text").toString().replaceAll(".*?([0-9]{6}).*", "$1");
    var person =
        terminal.post(
            "/v1/identity/sms-codes/" + challenge.get("challenge").asString() + "/check",
            "{\"code\":\"" + code + "\"}");
    assertThat(broken("Person", json(person))).isEmpty();
  }

  @Test
  void a_case_is_as_the_contract_says_in_every_state() throws Exception {
    terminal.putFiles();
    ObjectNode lease = PlatformClient.lease("T1", MONDAY);
    assertThat(broken("Submission", lease)).isEmpty();
    assertThat(broken("CaseFile", json(terminal.submit("T0", PlatformClient.proof("T0", MONDAY)))))
        .isEmpty();
    String one = json(terminal.submit("T1", lease)).get("code").asString();
    assertThat(broken("Reminder", json(terminal.post("/v1/cases/" + one + "/reminders", ""))))
        .isEmpty();
    terminal.post("/v1/cases/" + one + "/ratings", "{\"level\":4}");
    for (String step : List.of("correct", "accept", "finish")) {
      assertThat(cases()).flatMap(found -> broken("CaseFile", found)).isEmpty();
      platform.advance(Duration.ofDays(4));
      assertThat(cases()).flatMap(found -> broken("CaseFile", found)).isEmpty();
      platform.step(one, step);
    }
    assertThat(cases()).hasSize(2).flatMap(found -> broken("CaseFile", found)).isEmpty();
    for (String body : List.of("{}", "{\"code\":\"1\"}", "{", "")) {
      assertThat(broken("Problem", json(terminal.post("/v1/cases/search", body)))).isEmpty();
    }
  }

  /** The light was red because the office was late: its own late step does not wash that away. */
  @Test
  void a_late_acceptance_does_not_move_the_promise() throws Exception {
    terminal.putFiles();
    JsonNode told = json(terminal.submit("T1", PlatformClient.lease("T1", MONDAY)));
    platform.advance(Duration.ofDays(4));
    platform.step(told.get("code").asString(), "accept");
    JsonNode late = cases().getFirst();
    assertThat(late.get("promisedBy")).isEqualTo(told.get("promisedBy"));
    assertThat(late.get("light").asString()).isEqualTo("red");
  }

  private List<JsonNode> cases() throws Exception {
    return json(terminal.post("/v1/cases/search", "{\"idNumber\":\"" + PlatformClient.WANG + "\"}"))
        .get("cases")
        .valueStream()
        .toList();
  }
}
