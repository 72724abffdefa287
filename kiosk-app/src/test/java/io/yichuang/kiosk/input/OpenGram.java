package io.yichuang.kiosk.input;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Made {@code grams.gz} once, out of the language model of Debian's {@code sunpinyin-data}: its
 * words that are all Chinese characters, how likely each is, and how likely behind another.
 * Arguments: what {@code tslminfo -v lm_sc.t3g} prints (of {@code sunpinyin-utils}), {@code
 * pydict_sc.bin}, the target. {@link Grams} describes the file.
 */
final class OpenGram {
  private static final String WORD = "\\p{IsHan}+";

  private OpenGram() {}

  public static void main(String[] args) throws IOException {
    List<String> texts = texts(Path.of(args[1]));
    Map<Integer, Integer> numbers = new HashMap<>();
    List<String> words = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    List<List<double[]>> followers = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
      int level = 0;
      int first = -1;
      for (String line = lines.readLine(); line != null && level < 3; line = lines.readLine()) {
        if (line.startsWith("\\")) {
          level = line.charAt(1) - '0';
          continue;
        }
        String[] parts = line.strip().split(" +");
        if (level == 1) {
          int number = Integer.parseInt(parts[0]);
          if (texts.get(number).matches(WORD)) {
            numbers.put(number, words.size());
            words.add(texts.get(number));
            weights.add(new double[] {Double.parseDouble(parts[1]), Double.parseDouble(parts[2])});
            followers.add(new ArrayList<>());
          }
        } else if (level == 2) {
          first = Integer.parseInt(parts[0]);
          int second = Integer.parseInt(parts[1]);
          if (numbers.containsKey(first) && numbers.containsKey(second)) {
            followers
                .get(numbers.get(first))
                .add(new double[] {numbers.get(second), Double.parseDouble(parts[2])});
          }
        }
      }
    }
    write(Path.of(args[2]), words, weights, followers);
  }

  /**
   * The words stand at the end of the file in UTF-32, a zero behind each; a word's number is its
   * place.
   */
  private static List<String> texts(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int start = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(2 * Integer.BYTES);
    String texts = new String(all, start, all.length - start, Charset.forName("UTF-32LE"));
    return List.of(texts.split("\0", -1));
  }

  private static void write(
      Path target, List<String> words, List<double[]> weights, List<List<double[]>> followers)
      throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(target)))) {
      byte[] text = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
      out.writeInt(words.size());
      out.writeInt(text.length);
      out.write(text);
      for (int i = 0; i < words.size(); i++) {
        out.writeShort((int) Math.round(weights.get(i)[0] * Grams.FINE));
        out.writeShort((int) Math.round(weights.get(i)[1] * Grams.FINE));
        out.writeShort(followers.get(i).size());
        int last = 0;
        for (double[] follower : followers.get(i)) {
          int step = (int) follower[0] - last;
          last = (int) follower[0];
          for (; step >= 0x80; step >>>= 7) {
            out.writeByte((step & 0x7f) | 0x80);
          }
          out.writeByte(step);
          out.writeByte((int) Math.min(255, Math.round(follower[1] * Grams.COARSE)));
        }
      }
    }
  }
}
