package io.yichuang.vision.command;

import io.yichuang.vision.UnreadableImageException;
import io.yichuang.vision.mat.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads pictures from files, never more than a picture may have. */
final class Images {

  private Images() {}

  static byte[] read(Path file) throws IOException, UnreadableImageException {
    if (Files.isDirectory(file)) {
      throw new UnreadableImageException("a folder, not a picture");
    }
    try (var in = Files.newInputStream(file)) {
      // A pipe or a device has no size: what is read is counted.
      return in.readNBytes(Picture.MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new UnreadableImageException("no such file");
    }
  }
}
