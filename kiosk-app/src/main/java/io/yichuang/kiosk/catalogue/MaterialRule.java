package io.yichuang.kiosk.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.yichuang.vision.face.PhotoRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 材料. What an item needs to see, and how the terminal gets it.
 *
 * @param photo of a certificate's photo, the rule that it keeps, such as {@code id-card}
 */
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
    @Nullable Sample sample,
    @Nullable Expect expect,
    @Nullable String photo) {

  /** The catalogue's signs 读 享 扫 诺 核, and a photo taken here. */
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
    LATER,
    /** Taken by the face camera, or handed in at the counter: never the only way. */
    @JsonProperty("photo")
    PHOTO
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

  /**
   * What a scan of it should say. The terminal compares and tells what does not fit; it never says
   * no.
   *
   * @param titles words of which one names the form
   * @param names who must be named on it: {@link #CITIZEN} or ids of questions
   * @param idNumbers whose number must stand there, one at least; likewise
   * @param creditCodes ids of questions that ask for a credit code, one at least
   * @param inForce whether it must not have run out
   * @param seal whether it bears a red stamp
   */
  public record Expect(
      @Nullable List<String> titles,
      @Nullable List<String> names,
      @Nullable List<String> idNumbers,
      @Nullable List<String> creditCodes,
      @Nullable Boolean inForce,
      @Nullable Boolean seal) {
    /** The person at the screen, as the card or the platform names them. */
    public static final String CITIZEN = "citizen";
  }

  /** Pages a scan may have at the most; 20 where the catalogue does not say. */
  public int pagesAtMost() {
    return maxPages == null ? 20 : maxPages;
  }

  public int pagesAtLeast() {
    return minPages == null ? 1 : minPages;
  }

  /**
   * What the certificate's photo must be like; empty for a rule that this terminal does not know.
   */
  public Optional<PhotoRule> photoRule() {
    return means == Means.PHOTO && photo != null ? PhotoRule.named(photo) : Optional.empty();
  }

  public boolean scannable() {
    return means == Means.SCAN || (means == Means.SHARED && Boolean.TRUE.equals(otherwiseScan));
  }
}
