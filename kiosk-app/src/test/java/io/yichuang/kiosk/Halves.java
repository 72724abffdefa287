package io.yichuang.kiosk;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What other tests left half done must not be offered to the next one. */
final class Halves {
  private Halves() {}

  static void forget(JdbcClient jdbc) {
    jdbc.sql("delete from draft_page").update();
    jdbc.sql("delete from draft").update();
  }

  static int count(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from draft").query(Integer.class).single();
  }
}
