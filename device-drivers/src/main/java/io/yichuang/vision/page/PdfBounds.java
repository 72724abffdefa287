package io.yichuang.vision.page;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page of a PDF can be painted in bounded memory: a picture of a few kilobytes may say
 * that it has a billion pixels. Looked at are the pictures and their masks in what the page, its
 * forms, patterns, drawn fonts, soft masks and notes are painted with; nothing is decoded.
 */
final class PdfBounds {

  /** Forms within forms: more is a knot. */
  private static final int DEPTH = 8;

  /** Each once: a font that is drawn usually names the very resources it stands in. */
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private PdfBounds() {}

  /**
   * Refuses a page that cannot.
   *
   * @throws UnreadableImageException when a picture is too large, or forms stand too deep in others
   */
  static void check(PDPage page) throws IOException, UnreadableImageException {
    var bounds = new PdfBounds();
    bounds.resources(page.getResources(), DEPTH);
    for (var note : page.getAnnotations()) {
      var appearance = note.getAppearance();
      if (appearance != null) {
        bounds.appearance(appearance.getNormalAppearance());
      }
    }
  }

  private void appearance(@Nullable PDAppearanceEntry entry)
      throws IOException, UnreadableImageException {
    if (entry == null) {
      return;
    }
    if (entry.isStream()) {
      resources(entry.getAppearanceStream().getResources(), DEPTH - 1);
      return;
    }
    for (var stream : entry.getSubDictionary().values()) {
      resources(stream.getResources(), DEPTH - 1);
    }
  }

  private void resources(@Nullable PDResources resources, int depth)
      throws IOException, UnreadableImageException {
    if (resources == null) {
      return;
    }
    if (depth == 0) {
      throw new UnreadableImageException("the page is knotted");
    }
    for (var name : resources.getXObjectNames()) {
      switch (resources.getXObject(name)) {
        case PDImageXObject image -> picture(image);
        case PDFormXObject form -> resources(form.getResources(), depth - 1);
        case null, default -> {
          // Nothing that is painted.
        }
      }
    }
    for (var name : resources.getPatternNames()) {
      if (resources.getPattern(name) instanceof PDTilingPattern pattern
          && seen.add(pattern.getCOSObject())) {
        resources(pattern.getResources(), depth - 1);
      }
    }
    for (var name : resources.getExtGStateNames()) {
      var state = resources.getExtGState(name);
      var mask = state == null ? null : state.getSoftMask();
      if (mask != null && mask.getGroup() != null && seen.add(mask.getCOSObject())) {
        resources(mask.getGroup().getResources(), depth - 1);
      }
    }
    for (var name : resources.getFontNames()) {
      if (resources.getFont(name) instanceof PDType3Font font && seen.add(font.getCOSObject())) {
        resources(font.getResources(), depth - 1);
      }
    }
  }

  private static void picture(PDImageXObject image) throws IOException, UnreadableImageException {
    small(image);
    var soft = image.getSoftMask();
    if (soft != null) {
      small(soft);
    }
    var mask = image.getMask();
    if (mask != null) {
      small(mask);
    }
  }

  private static void small(PDImageXObject image) throws UnreadableImageException {
    if ((long) image.getWidth() * image.getHeight() > Picture.MAX_PIXELS) {
      throw new UnreadableImageException(
          "a picture in the PDF is larger than " + Picture.MAX_PIXELS + " pixels");
    }
  }
}
