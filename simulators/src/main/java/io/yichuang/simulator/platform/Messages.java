package io.yichuang.simulator.platform;

import java.time.InstantSource;
import java.util.Map;

/** Short messages: they only reach the bench. */
final class Messages {
  private final Store store;
  private final InstantSource clock;

  Messages(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  void send(String phone, String language, String key, Map<String, String> values) {
    store.addMessage(clock.instant(), phone, Texts.in(language, key, values));
  }
}
