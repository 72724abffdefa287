package io.yichuang.device.link;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a device is reached, as configuration writes it: {@code serial:/dev/ttyS0?driver=sam},
 * {@code tcp://host:9100?driver=escpos}, {@code escl+http://host/eSCL}.
 *
 * @param scheme before the first colon, such as {@code serial} or {@code escl+http}
 * @param host the host of addresses with {@code //}, else empty
 * @param port the port, 1 to 65535, or 0 where none is written
 * @param path what is left: with its leading slash after a host; a device path, {@code usb=…} or a
 *     reader's name where there is no host
 * @param parameters after the question mark, in order
 */
public record Address(
    String scheme, String host, int port, String path, Map<String, String> parameters) {

  private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9+]*):(.+)");
  private static final Pattern AUTHORITY =
      Pattern.compile("//(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?(/.*)?");
  private static final Set<String> WITH_HOST =
      Set.of(
          "tcp", "sane", "escl+http", "escl+https", "ipp", "ipps", "mjpeg+http", "nut", "xfs+ws");
  private static final Set<String> WITHOUT_HOST =
      Set.of("serial", "usb", "v4l2", "file", "pcsc", "modbus+serial");

  public Address {
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with the address, the reason and the valid choices
   */
  public static Address parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(text, "it has no scheme", schemes());
    }
    String scheme = form.group(1);
    String rest = form.group(2);
    int question = rest.indexOf('?');
    Map<String, String> parameters =
        question < 0 ? Map.of() : parameters(text, rest.substring(question + 1));
    String target = question < 0 ? rest : rest.substring(0, question);
    if (WITH_HOST.contains(scheme)) {
      Matcher authority = AUTHORITY.matcher(target);
      if (!authority.matches()) {
        throw wrong(text, "no host is written", Set.of(scheme + "://HOST:PORT/PATH"));
      }
      String path = authority.group(3);
      return new Address(
          scheme,
          authority.group(1),
          port(text, authority.group(2)),
          path == null ? "" : path,
          parameters);
    }
    if (!WITHOUT_HOST.contains(scheme)) {
      throw wrong(text, "the scheme '" + scheme + "' is unknown", schemes());
    }
    if (target.isBlank()) {
      throw wrong(text, "nothing follows the scheme", Set.of(scheme + ":PATH"));
    }
    return new Address(scheme, "", 0, target, parameters);
  }

  /** The value of a parameter, or {@code fallback} where it is not written. */
  public String parameter(String name, String fallback) {
    return parameters.getOrDefault(name, fallback);
  }

  /**
   * The value of a parameter that has few valid ones.
   *
   * @throws IllegalArgumentException if another value is written; the message lists the valid ones
   */
  public String choice(String name, String fallback, List<String> valid) {
    String value = parameter(name, fallback);
    if (!valid.contains(value)) {
      throw wrong(toString(), name + "=" + value + " is not known", new TreeSet<>(valid));
    }
    return value;
  }

  /**
   * Makes sure that only known parameters are written, so that a slip of the pen is not ignored.
   *
   * @throws IllegalArgumentException if another one is written; the message lists the known ones
   */
  public void allow(Set<String> known) {
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        throw wrong(toString(), "the parameter '" + name + "' is unknown", new TreeSet<>(known));
      }
    }
  }

  /** The port, or {@code fallback} where none is written. */
  public int port(int fallback) {
    return port == 0 ? fallback : port;
  }

  /**
   * The same place as an ordinary URI without parameters: {@code escl+http://h/eSCL} becomes {@code
   * http://h/eSCL}.
   *
   * @param defaultPort the port to write where the address has none
   */
  public URI uri(String uriScheme, int defaultPort) {
    if (host.isEmpty()) {
      throw wrong(toString(), "it has no host", WITH_HOST);
    }
    return URI.create(uriScheme + "://" + host + ":" + port(defaultPort) + path);
  }

  /** An exception that names an address, what is wrong with it and what would be right. */
  static IllegalArgumentException wrong(String address, String reason, Set<String> choices) {
    return new IllegalArgumentException(
        "address '"
            + address
            + "': "
            + reason
            + "; valid: "
            + String.join(", ", new TreeSet<>(choices)));
  }

  private static Set<String> schemes() {
    var all = new TreeSet<>(WITH_HOST);
    all.addAll(WITHOUT_HOST);
    return all;
  }

  private static int port(String text, @Nullable String digits) {
    if (digits == null) {
      return 0;
    }
    int port = Integer.parseInt(digits);
    if (port < 1 || port > 65535) {
      throw wrong(text, "port " + port + " does not exist", Set.of("1 to 65535"));
    }
    return port;
  }

  private static Map<String, String> parameters(String text, String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw wrong(text, "'" + pair + "' is no parameter", Set.of("NAME=VALUE"));
      }
      String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      if (parameters.put(pair.substring(0, equals), value) != null) {
        throw wrong(text, "'" + pair.substring(0, equals) + "' is written twice", Set.of("once"));
      }
    }
    return parameters;
  }

  /** The address as it was written, for messages. */
  @Override
  public String toString() {
    var text = new StringBuilder(scheme).append(':');
    if (!host.isEmpty()) {
      text.append("//").append(host);
      if (port != 0) {
        text.append(':').append(port);
      }
    }
    text.append(path);
    char separator = '?';
    for (var parameter : parameters.entrySet()) {
      text.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
      separator = '&';
    }
    return text.toString();
  }
}
