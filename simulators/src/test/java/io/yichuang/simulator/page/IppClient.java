package io.yichuang.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** IPP of the tests, byte by byte from RFC 8010: it shares no library with the printer. */
public final class IppClient implements AutoCloseable {
  static final int PRINT_JOB = 2;
  static final int VALIDATE_JOB = 4;
  static final int CREATE_JOB = 5;
  static final int SEND_DOCUMENT = 6;
  static final int CANCEL_JOB = 8;
  static final int GET_JOB = 9;
  static final int GET_JOBS = 10;
  static final int GET_PRINTER = 11;

  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;

  public IppClient(String address) {
    this.address = address;
  }

  /**
   * An answer taken apart by hand, not by the library that made it: status, and name to values as
   * text.
   */
  public record Answer(int status, Map<String, List<String>> values) {
    String one(String name) {
      return values.getOrDefault(name, List.of("")).getFirst();
    }
  }

  static void attribute(DataOutputStream out, int tag, String name, byte[] value)
      throws IOException {
    out.writeByte(tag);
    out.writeShort(name.length());
    out.write(name.getBytes(StandardCharsets.US_ASCII));
    out.writeShort(value.length);
    out.write(value);
  }

  static void text(DataOutputStream out, int tag, String name, String value) throws IOException {
    attribute(out, tag, name, value.getBytes(StandardCharsets.UTF_8));
  }

  byte[] request(int operation, String jobUri, Map<String, String> more, byte[] document)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(0x0200);
    out.writeShort(operation);
    out.writeInt(77);
    out.writeByte(1);
    text(out, 0x47, "attributes-charset", "utf-8");
    text(out, 0x48, "attributes-natural-language", "en");
    text(out, 0x45, jobUri == null ? "printer-uri" : "job-uri", jobUri == null ? address : jobUri);
    for (Map.Entry<String, String> e : more.entrySet()) {
      int tag =
          switch (e.getKey()) {
            case "document-format" -> 0x49;
            case "job-name" -> 0x42;
            default -> 0x44;
          };
      text(out, tag, e.getKey(), e.getValue());
    }
    out.writeByte(3);
    out.write(document);
    return bytes.toByteArray();
  }

  HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
    URI uri = URI.create(address.replace("ipp:", "http:"));
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/ipp")
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  Answer call(int operation, String jobUri, Map<String, String> more, byte[] document)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = post(request(operation, jobUri, more, document));
    assertThat(answer.statusCode()).isEqualTo(200);
    DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(answer.body()));
    assertThat(in.readShort()).isEqualTo((short) 0x0200);
    int status = in.readUnsignedShort();
    assertThat(in.readInt()).isEqualTo(77);
    Map<String, List<String>> values = new HashMap<>();
    String name = "";
    for (int tag = in.readUnsignedByte(); tag != 3; tag = in.readUnsignedByte()) {
      if (tag < 0x10) {
        continue;
      }
      String given = new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.US_ASCII);
      name = given.isEmpty() ? name : given;
      byte[] value = in.readNBytes(in.readUnsignedShort());
      String text =
          (tag == 0x21 || tag == 0x23) && value.length == 4
              ? String.valueOf(java.nio.ByteBuffer.wrap(value).getInt())
              : new String(value, StandardCharsets.UTF_8);
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(text);
    }
    return new Answer(status, values);
  }

  public Answer print(byte[] pdf) throws IOException, InterruptedException {
    return call(
        PRINT_JOB, null, Map.of("job-name", "证明", "document-format", "application/pdf"), pdf);
  }

  Answer job(Answer printed) throws IOException, InterruptedException {
    return call(GET_JOB, printed.one("job-uri"), Map.of(), new byte[0]);
  }

  Answer attributes() throws IOException, InterruptedException {
    return call(GET_PRINTER, null, Map.of(), new byte[0]);
  }

  @Override
  public void close() {
    http.close();
  }
}
