package io.yichuang.kiosk.submission;

import io.yichuang.kiosk.journey.Step;
import io.yichuang.kiosk.material.MaterialCheck;
import io.yichuang.kiosk.material.MaterialDocuments;
import io.yichuang.kiosk.platform.Platform;
import io.yichuang.kiosk.rating.Ratings;
import io.yichuang.kiosk.session.Screens;
import io.yichuang.kiosk.session.Stage;
import io.yichuang.kiosk.session.Turn;
import io.yichuang.kiosk.ui.Screen;
import io.yichuang.kiosk.ui.Texts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Check and sign, done, and the page for when the paper did not come. */
@Component
class SubmissionScreens implements Screens {
  private final Submissions submissions;
  private final MaterialDocuments documents;
  private final MaterialCheck check;
  private final SignatureJson signatures;
  private final Papers papers;
  private final Ratings ratings;
  private final Platform platform;
  private final Texts texts;
  private final Clock clock;

  SubmissionScreens(
      Submissions submissions,
      MaterialDocuments documents,
      MaterialCheck check,
      SignatureJson signatures,
      Papers papers,
      Ratings ratings,
      Platform platform,
      Texts texts,
      Clock clock) {
    this.submissions = submissions;
    this.documents = documents;
    this.check = check;
    this.signatures = signatures;
    this.papers = papers;
    this.ratings = ratings;
    this.platform = platform;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Screen> screen(Stage stage, Turn turn) {
    return switch (stage) {
      case Stage.At(Step.Confirm()) ->
          Optional.of(
              new ConfirmScreen(
                  submissions, documents, check, new Signing(signatures), clock, turn));
      case SubmissionStages.Made made ->
          Optional.of(new DoneScreen(made, submissions, papers, ratings, texts, clock, turn));
      case SubmissionStages.NoPaper none -> Optional.of(new NoPaperScreen(none, platform, turn));
      default -> Optional.empty();
    };
  }
}
