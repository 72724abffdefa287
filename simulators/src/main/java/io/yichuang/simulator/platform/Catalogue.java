package io.yichuang.simulator.platform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All items: files beside this class, listed in {@code catalogue/index.json}. */
final class Catalogue {
  /** Enough of a hash to tell versions apart. */
  private static final int VERSION_CHARACTERS = 16;

  private final Map<String, JsonNode> items = new LinkedHashMap<>();
  private final String version;
  private final byte[] body;

  Catalogue() {
    ArrayNode all = Json.MAPPER.createArrayNode();
    for (JsonNode file : Json.resource("catalogue/index.json")) {
      JsonNode item = Json.resource("catalogue/" + file.asString());
      items.put(item.get("code").asString(), item);
      all.add(item);
    }
    version =
        Hashes.sha256(all.toString().getBytes(StandardCharsets.UTF_8))
            .substring(0, VERSION_CHARACTERS);
    ObjectNode catalogue = Json.MAPPER.createObjectNode();
    catalogue.put("version", version);
    catalogue.set("items", all);
    body = catalogue.toString().getBytes(StandardCharsets.UTF_8);
  }

  String version() {
    return version;
  }

  byte[] body() {
    return body.clone();
  }

  Optional<JsonNode> item(String code) {
    return Optional.ofNullable(items.get(code));
  }
}
