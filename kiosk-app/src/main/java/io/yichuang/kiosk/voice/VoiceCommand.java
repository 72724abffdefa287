package io.yichuang.kiosk.voice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the recordings of {@code ./kiosk voice}: for each language an index {@code zh.json}
 * (clause: start and length) and all recordings in one file {@code zh.pack}, each of them a whole
 * Ogg Opus file. Where the folder of recordings holds {@code zh/CLAUSE.ogg} (or .opus, .wav, .mp3),
 * a human voice, it is taken; else espeak-ng speaks a placeholder. espeak-ng is GPL: a process of
 * its own in the workshop, never part of the terminal.
 */
public final class VoiceCommand {
  private static final List<String> KINDS = List.of("ogg", "opus", "wav", "mp3");
  private static final int LIMIT_S = 20;

  private final Path recorded;
  private final Path out;
  private final PrintStream say;

  private VoiceCommand(Path recorded, Path out, PrintStream say) {
    this.recorded = recorded;
    this.out = out;
    this.say = say;
  }

  /** Arguments: bundles, catalogue, words with readings, human recordings, output folder. */
  public static void main(String[] args) throws IOException {
    if (args.length != 5) {
      throw new IllegalArgumentException("bundles catalogue words recordings output");
    }
    var command =
        new VoiceCommand(
            Path.of(args[3]),
            Path.of(args[4]),
            new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out),
                true,
                StandardCharsets.UTF_8));
    var reading = new Reading(Path.of(args[2]));
    for (String lang : List.of("zh", "en")) {
      command.make(lang, Clauses.all(lang, Path.of(args[0]), Path.of(args[1])), reading);
    }
  }

  private void make(String lang, Iterable<String> clauses, Reading reading) throws IOException {
    var pack = new ByteArrayOutputStream();
    Map<String, int[]> index = new TreeMap<>();
    int human = 0;
    for (String clause : clauses) {
      Path own = own(lang, clause);
      byte[] sound =
          own != null
              ? Files.readAllBytes(own)
              : lang.equals("zh")
                  ? placeholder("cmn-latn-pinyin", reading.of(clause))
                  : placeholder("en-gb", clause);
      human += own == null ? 0 : 1;
      index.put(clause, append(pack, sound));
    }
    if (lang.equals("zh")) {
      characters(reading, pack, index);
    }
    Files.createDirectories(out);
    Files.write(out.resolve(lang + ".pack"), pack.toByteArray());
    Files.writeString(
        out.resolve(lang + ".json"), JsonMapper.shared().writeValueAsString(index) + "\n");
    say.printf(
        "%s: %d clauses and characters, %d of them recorded by people, %d kB%n",
        lang, index.size(), human, pack.size() / 1024);
  }

  /** One recording for all characters that are read alike; {@code zh/hao3.ogg} is a human voice. */
  private void characters(Reading reading, ByteArrayOutputStream pack, Map<String, int[]> index)
      throws IOException {
    Map<String, int[]> syllables = new HashMap<>();
    for (String character : Clauses.characters()) {
      String syllable = reading.of(character);
      if (index.containsKey(character) || syllable.equals(character)) {
        continue; // said already, or nobody knows how it is read
      }
      int[] at = syllables.get(syllable);
      if (at == null) {
        Path own = own("zh", syllable);
        at =
            append(
                pack,
                own == null ? placeholder("cmn-latn-pinyin", syllable) : Files.readAllBytes(own));
        syllables.put(syllable, at);
      }
      index.put(character, at);
    }
  }

  private static int[] append(ByteArrayOutputStream pack, byte[] sound) {
    int[] at = {pack.size(), sound.length};
    pack.writeBytes(sound);
    return at;
  }

  private @Nullable Path own(String lang, String clause) {
    return KINDS.stream()
        .map(kind -> recorded.resolve(lang).resolve(clause.replace('/', '_') + "." + kind))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  /** 16 kHz speech, 6 kbit/s: robotic as it is, it need not be better. */
  private static byte[] placeholder(String voice, String text) throws IOException {
    byte[] wave =
        run(List.of("espeak-ng", "-v", voice, "-s", "150", "--stdout", "--stdin"), bytes(text));
    return run(
        List.of(
            "opusenc",
            "--quiet",
            "--speech",
            "--bitrate",
            "6",
            "--framesize",
            "60",
            "--discard-comments",
            "--discard-pictures",
            "--serial",
            "1",
            "-",
            "-"),
        wave);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] run(List<String> command, byte[] input) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread feed =
        Thread.ofVirtual()
            .name("feed")
            .start(() -> {
              try (var to = process.getOutputStream()) {
                to.write(input);
              } catch (IOException e) {
                process.destroy(); // it ended early: its exit value tells
              }
            });
    byte[] output = process.getInputStream().readAllBytes();
    try {
      feed.join();
      if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command.getFirst() + " did not speak");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(command.getFirst());
    }
    return output;
  }
}
