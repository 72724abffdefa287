package io.yichuang.kiosk.material;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.yichuang.kiosk.catalogue.MaterialRule;
import io.yichuang.kiosk.ui.Action;
import io.yichuang.kiosk.ui.Overlay;
import io.yichuang.kiosk.ui.Parts;
import io.yichuang.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** 办事样本, drawn as a small sheet of paper with numbered marks, and what the marks say below it. */
@Component
class SampleSheets {
  private final Texts texts;

  SampleSheets(Texts texts) {
    this.texts = texts;
  }

  /** The sheet with its marks; for beside a picture. */
  Div sheet(MaterialRule.Sample sample, Locale language) {
    var paper = Parts.div("yc-sample-paper");
    paper.add(Parts.span("yc-sample-title", sample.title().in(language)));
    for (int i = 0; i < sample.lines().size(); i++) {
      var line = Parts.span("yc-sample-line", sample.lines().get(i).in(language));
      int mark = markAt(sample, i);
      if (mark > 0) {
        line.addClassName("yc-sample-marked");
        if (sample.marks().get(mark - 1).from() == i) {
          line.add(Parts.span("yc-sample-number", Integer.toString(mark)));
        }
      }
      paper.add(line);
    }
    if (Boolean.TRUE.equals(sample.seal())) {
      paper.add(Parts.div("yc-sample-seal"));
    }
    return paper;
  }

  private static int markAt(MaterialRule.Sample sample, int line) {
    for (int i = 0; i < sample.marks().size(); i++) {
      var mark = sample.marks().get(i);
      if (line >= mark.from() && line <= mark.to()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** What the marks say. */
  Div points(MaterialRule.Sample sample, Locale language) {
    var points = Parts.div("yc-sample-points");
    for (int i = 0; i < sample.marks().size(); i++) {
      points.add(
          Parts.div(
              "yc-sample-point",
              Parts.span("yc-sample-number", Integer.toString(i + 1)),
              new Span(sample.marks().get(i).text().in(language))));
    }
    return points;
  }

  /** The sample, large. */
  Overlay overlay(MaterialRule rule, Locale language, Runnable close) {
    var parts = new ArrayList<Div>();
    MaterialRule.Sample sample = rule.sample();
    if (sample != null) {
      parts.addAll(List.of(sheet(sample, language), points(sample, language)));
    }
    return new Overlay("sample", rule.name().in(language), parts.toArray(Div[]::new))
        .keys(new Action("close", texts.getTranslation("material.sample.close", language), close));
  }
}
