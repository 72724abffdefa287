package io.yichuang.kiosk;

import io.yichuang.device.natives.NativeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Runs before any bean lives. SQLite makes its file, but not the folder around it. And nothing of
 * ours may use the temporary folder: a killed process leaves there what it unpacked, and perhaps a
 * citizen's picture.
 */
final class DataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String folder = context.getEnvironment().getRequiredProperty("kiosk.data");
    try {
      Files.createDirectories(Path.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("kiosk.data: the folder " + folder + " cannot be made", e);
    }
    ImageIO.setUseCache(false);
    unpackSqlite();
  }

  private static void unpackSqlite() {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try {
      Path at = NativeLibrary.unpackTogether("sqlite", resource);
      System.setProperty("org.sqlite.lib.path", at.toString());
      System.setProperty("org.sqlite.lib.name", name);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the database library cannot be unpacked into "
              + NativeLibrary.home()
              + "; set -Dyichuang.natives to a folder that can be written",
          e);
    }
  }
}
