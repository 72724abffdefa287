package io.yichuang.simulator.bench;

import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  BenchRefusal notFound(ServerRequest request) {
    List<String> choices =
        routes.keySet().stream().map(key -> key.method() + " " + key.path()).toList();
    return new BenchRefusal(
        404,
        "unknown-path",
        "There is no " + request.prologue().method() + " " + request.path().path(),
        choices);
  }
}
