package io.yichuang.simulator.bench;

import io.helidon.http.PathMatchers;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All paths of the bench, in order. */
final class Paths {
  record Key(String method, String path) {}

  private final Map<Key, Bench.Action> routes = new LinkedHashMap<>();

  void get(String path, Bench.Action action) {
    routes.put(new Key("GET", path), action);
  }

  void post(String path, Bench.Action action) {
    routes.put(new Key("POST", path), action);
  }

  void delete(String path, Bench.Action action) {
    routes.put(new Key("DELETE", path), action);
  }

  Map<Key, Bench.Action> routes() {
    return routes;
  }

  /** A variable part of the path. */
  static String part(ServerRequest request, String name) {
    return request.path().pathParameters().get(name);
  }

  /** The methods that a path knows, such as "GET, POST"; empty if there is no such path. */
  String allowed(ServerRequest request) {
    return routes.keySet().stream()
        .filter(
            key -> !key.path().endsWith("{action}")) // a device's own verbs are many, and posted
        .filter(
            key -> PathMatchers.create(key.path()).match(request.prologue().uriPath()).accepted())
        .map(Key::method)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  BenchRefusal notFound(ServerRequest request) {
    String allowed = allowed(request);
    if (!allowed.isEmpty()) {
      return new BenchRefusal(
          405,
          "unknown-method",
          "%s does not know %s, only %s"
              .formatted(request.path().path(), request.prologue().method(), allowed),
          List.of(allowed.split(", ", -1)));
    }
    List<String> choices =
        routes.keySet().stream().map(key -> key.method() + " " + key.path()).toList();
    return new BenchRefusal(
        404,
        "unknown-path",
        "There is no " + request.prologue().method() + " " + request.path().path(),
        choices);
  }
}
