package io.yichuang.simulator.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All service items, one file each. To add one, add its file, and its name in catalogue.json. */
final class Catalogue {
  private final Map<String, JsonNode> items = new LinkedHashMap<>();
  private final String version;
  private final byte[] json;

  Catalogue() {
    ObjectNode whole = JsonMapper.shared().createObjectNode();
    for (JsonNode file : read("catalogue.json")) {
      JsonNode item = read("catalogue/" + file.asString());
      items.put(item.get("code").asString(), item);
    }
    version = sha256(items.values().toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    whole.put("version", version);
    items.values().forEach(whole.putArray("items")::add);
    json = JsonMapper.shared().writeValueAsBytes(whole);
  }

  String version() {
    return version;
  }

  /** The whole catalogue as it is served. */
  byte[] json() {
    return json.clone();
  }

  @Nullable JsonNode item(String code) {
    return items.get(code);
  }

  /** An item that a stored case names. */
  JsonNode known(String code) {
    JsonNode item = items.get(code);
    if (item == null) {
      throw new IllegalStateException("the catalogue lacks " + code);
    }
    return item;
  }

  /** The elements of a list of an item, such as its questions. */
  static Stream<JsonNode> each(JsonNode node, String list) {
    return StreamSupport.stream(node.path(list).spliterator(), false);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode read(String name) {
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The simulators' jar lacks " + name);
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
