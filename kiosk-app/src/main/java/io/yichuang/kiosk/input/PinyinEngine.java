package io.yichuang.kiosk.input;

import java.util.List;
import org.springframework.stereotype.Component;

/** Words for typed pinyin. Not there yet: letters go into the field as typed. */
@Component
public final class PinyinEngine {
  /** Words for typed keys, the likeliest first. */
  public List<Candidate> candidates(String keys, int limit) {
    return List.of();
  }

  /** The typed keys with their syllables apart. */
  public String spelled(String keys) {
    return keys;
  }
}
