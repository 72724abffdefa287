package io.yichuang.kiosk.material;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.LivePicture;
import io.yichuang.kiosk.ui.Overlay;
import io.yichuang.kiosk.ui.SampleSheet;
import io.yichuang.kiosk.ui.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The catalogue's samples, drawn. */
@Service
class SampleSheets {
  private final Texts texts;

  SampleSheets(Texts texts) {
    this.texts = texts;
  }

  /** The sheet with its marks. */
  SampleSheet sheet(MaterialRule.Sample sample, Locale language) {
    return new SampleSheet(
        sample.title().in(language),
        sample.lines().stream().map(line -> line.in(language)).toList(),
        sample.marks().stream()
            .map(mark -> new SampleSheet.Mark(mark.from(), mark.to(), mark.text().in(language)))
            .toList(),
        Boolean.TRUE.equals(sample.seal()));
  }

  /** A picture with the sample beside it, if there is one. */
  Component beside(LivePicture picture, MaterialRule.@Nullable Sample sample, Locale language) {
    return sample == null
        ? picture
        : sheet(sample, language)
            .beside(picture, texts.getTranslation("material.camera.sample", language));
  }

  /** The sample, large. */
  Overlay overlay(MaterialRule rule, Locale language, Runnable close) {
    MaterialRule.Sample sample = rule.sample();
    var parts = new Div[0];
    if (sample != null) {
      var sheet = sheet(sample, language);
      parts = new Div[] {sheet, sheet.points()};
    }
    return new Overlay("sample", rule.name().in(language), parts)
        .keys(new Action("close", texts.getTranslation("material.sample.close", language), close));
  }
}
