package io.yichuang.vision;

import io.yichuang.vision.check.NameTrials;
import io.yichuang.vision.page.ApartTrials;
import io.yichuang.vision.page.FullFrameTrials;
import io.yichuang.vision.page.SheetTrials;
import io.yichuang.vision.text.TextTrials;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The tables of the module's README: drawn sheets with known truth, seed printed. A command; {@code
 * SheetsTest} keeps a small part of it in the everyday run. Argument: how many of each (8).
 */
public final class SheetsBench {

  private SheetsBench() {}

  public static void main(String[] arguments) throws Exception {
    Vision.require();
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
    out.println("seed " + SheetTrials.SEED + ", " + count + " of each");
    SheetTrials.corners(count, 0, 0.5, 1).forEach(out::println);
    SheetTrials.deskew(count).forEach(out::println);
    SheetTrials.decisions(count).forEach(out::println);
    FullFrameTrials.cut(count, 0.2).forEach(out::println);
    FullFrameTrials.cut(count, 0.6).forEach(out::println);
    out.println("seed " + ApartTrials.SEED);
    ApartTrials.several(count, 0, 0.5, 1).forEach(out::println);
    TextTrials.read(Math.max(1, count / 4), new int[] {100, 150, 200}, 0.2, 0.6)
        .forEach(out::println);
    NameTrials.names(count).forEach(out::println);
  }
}
