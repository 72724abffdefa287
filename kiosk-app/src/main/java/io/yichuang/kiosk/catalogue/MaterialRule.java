package io.yichuang.kiosk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 材料. What an item needs to see, and how the terminal gets it. */
public record MaterialRule(
    String id,
    Means means,
    LocalText name,
    LocalText note,
    String icon,
    boolean required,
    @Nullable String dataset,
    @Nullable Boolean otherwiseScan,
    @Nullable Integer minPages,
    @Nullable Integer maxPages,
    @Nullable LocalText promise,
    @Nullable Sample sample) {

  /** The catalogue's signs 读 享 扫 诺 核. */
  public enum Means {
    @JsonProperty("card")
    CARD,
    @JsonProperty("shared")
    SHARED,
    @JsonProperty("scan")
    SCAN,
    @JsonProperty("promise")
    PROMISE,
    @JsonProperty("later")
    LATER
  }

  /** 办事样本: a filled example as lines of text, with marks on what matters. */
  public record Sample(
      LocalText title, List<LocalText> lines, @Nullable Boolean seal, List<Mark> marks) {
    /**
     * Points at lines that matter.
     *
     * @param from index of the first marked line
     * @param to index of the last
     */
    public record Mark(int from, int to, LocalText text) {}
  }

  /** Pages a scan may have at the most; 20 where the catalogue does not say. */
  public int pagesAtMost() {
    return maxPages == null ? 20 : maxPages;
  }

  public int pagesAtLeast() {
    return minPages == null ? 1 : minPages;
  }

  public boolean scannable() {
    return means == Means.SCAN || (means == Means.SHARED && Boolean.TRUE.equals(otherwiseScan));
  }
}
