package io.yichuang.simulator.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came with a request: JSON, one file, or several by multipart. Bounded before it is looked
 * at.
 */
final class Body {
  /** Enough to find the first sign behind blanks, in bytes. */
  private static final int BEGINNING = 64;

  /** A stack of scans as PDF; more is a mistake or an attack. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int MOST_PARTS = 200;

  /** A file with the name it was sent under; {@code field} names the form field. */
  record Part(String field, String name, String type, byte[] bytes) {
    String text() {
      return new String(bytes, UTF_8);
    }
  }

  private final String type;
  private final byte[] bytes;

  private Body(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  static Body of(ServerRequest request) {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("").strip();
    if (!request.content().hasEntity()) {
      return new Body(type, new byte[0]);
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new BenchRefusal(413, "too-large", "A body has at most 64 MiB", List.of());
      }
      return new Body(type, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  /** By its type, or by its first sign: no picture begins so, and scripts forget the type. */
  boolean isJson() {
    String beginning = new String(bytes, 0, Math.min(bytes.length, BEGINNING), UTF_8);
    return lower().startsWith("application/json")
        || (!isMultipart() && beginning.strip().startsWith("{"));
  }

  boolean isMultipart() {
    return lower().startsWith("multipart/");
  }

  /** The JSON object of this body. */
  JsonNode json() {
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw BenchRefusal.bad("bad-json", "The body is no JSON: " + e.getOriginalMessage());
    }
    throw BenchRefusal.bad("bad-json", "The body has to be a JSON object");
  }

  /** The plain values of a JSON object that may hold these fields and no others. */
  Map<String, Object> fields(List<String> known) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (var property : json().properties()) {
      if (!known.contains(property.getKey())) {
        throw new BenchRefusal(
            400, "unknown-field", "There is no field '" + property.getKey() + "'", known);
      }
      fields.put(
          property.getKey(), JsonMapper.shared().treeToValue(property.getValue(), Object.class));
    }
    return fields;
  }

  /** A text field that must be there. */
  static String required(JsonNode json, String field) {
    JsonNode node = json.get(field);
    if (node == null || !node.isString() || node.asString().isBlank()) {
      throw BenchRefusal.bad("missing-field", "The body lacks the text field '" + field + "'");
    }
    return node.asString();
  }

  /** The files: all parts of a multipart body, or the body itself. */
  List<Part> files() {
    if (isEmpty()) {
      throw BenchRefusal.bad("empty-body", "The body is empty; send an image or a PDF");
    }
    if (!isMultipart()) {
      return List.of(new Part("", "body", type, bytes));
    }
    List<Part> parts = new ArrayList<>();
    try {
      FileItemInputIterator items = new Upload().getItemIterator(new Context());
      while (items.hasNext()) {
        var item = items.next();
        if (parts.size() >= MOST_PARTS) {
          throw new BenchRefusal(
              413, "too-many-parts", "At most " + MOST_PARTS + " parts", List.of());
        }
        try (InputStream in = item.getInputStream()) {
          parts.add(
              new Part(
                  nonNull(item.getFieldName()),
                  nonNull(item.getName()),
                  nonNull(item.getContentType()),
                  in.readAllBytes()));
        }
      }
    } catch (IOException e) {
      throw BenchRefusal.bad("bad-multipart", "The multipart body is broken: " + e.getMessage());
    }
    if (parts.isEmpty()) {
      throw BenchRefusal.bad("empty-body", "The multipart body has no parts");
    }
    return parts;
  }

  /** The files without the text fields that a form may have beside them. */
  List<Part> pictures() {
    List<Part> all = files();
    List<Part> named = all.stream().filter(part -> !part.name().isEmpty()).toList();
    return named.isEmpty() ? all : named;
  }

  private static String nonNull(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }

  private String lower() {
    return type.toLowerCase(Locale.ROOT);
  }

  /** The library's own adapters are for servlets; this one reads the bytes that are here. */
  private static final class Upload
      extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {
    @Override
    public FileItemInputIterator getItemIterator(RequestContext request) throws IOException {
      return super.getItemIterator(request);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext request)
        throws FileUploadException {
      return super.parseParameterMap(request);
    }

    @Override
    public List<DiskFileItem> parseRequest(RequestContext request) throws FileUploadException {
      return super.parseRequest(request);
    }
  }

  private final class Context implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public long getContentLength() {
      return bytes.length;
    }

    @Override
    public String getContentType() {
      return type;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean isMultipartRelated() {
      return lower().startsWith("multipart/related");
    }
  }
}
