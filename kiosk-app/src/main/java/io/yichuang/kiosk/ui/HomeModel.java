package io.yichuang.kiosk.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the home page offers now, in the language of the page.
 *
 * @param countApply how many items can be done here now
 * @param head over the tiles; null for the usual words
 * @param headNote right of it; null for the usual words
 * @param common at most four
 * @param down what is stopped today, or null
 */
public record HomeModel(
    int countApply,
    @Nullable String head,
    @Nullable String headNote,
    List<Offer> common,
    @Nullable Down down) {
  /** Most tiles on the page. */
  public static final int MAX_TILES = 4;

  /**
   * A tile.
   *
   * @param id of the item
   * @param note how long, what it costs, or why it is shut and until when
   * @param open false shows it dashed
   */
  public record Offer(String id, Icon icon, String title, String note, boolean open) {}

  /**
   * The line that says what is down.
   *
   * @param text what is stopped
   * @param note until when
   */
  public record Down(String text, String note) {}

  public HomeModel {
    common = common.stream().limit(MAX_TILES).toList();
  }
}
