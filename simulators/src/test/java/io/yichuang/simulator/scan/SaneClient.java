package io.yichuang.simulator.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A minimal client of the SANE network protocol, written from the standard, sharing nothing with
 * the far end.
 */
final class SaneClient implements AutoCloseable {
  record Page(byte[] data, int status, int width, int height, int bytesPerLine, int format) {}

  final Socket socket;
  final DataInputStream in;
  final DataOutputStream out;

  SaneClient(String address) throws IOException {
    URI uri = URI.create(address);
    socket = new Socket(InetAddress.getByName(uri.getHost()), uri.getPort());
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  static SaneClient opened(String address) throws IOException {
    SaneClient client = new SaneClient(address);
    client.init();
    if (client.open("simulated") != 0) {
      throw new IOException("not opened");
    }
    return client;
  }

  void string(String s) throws IOException {
    byte[] b = s.getBytes(StandardCharsets.UTF_8);
    out.writeInt(b.length + 1);
    out.write(b);
    out.write(0);
  }

  String string() throws IOException {
    byte[] b = new byte[in.readInt()];
    in.readFully(b);
    return b.length == 0 ? "" : new String(b, StandardCharsets.UTF_8).split("\0", 2)[0];
  }

  int init() throws IOException {
    out.writeInt(0);
    out.writeInt(0x01000003);
    string("test");
    int status = in.readInt();
    in.readInt();
    return status;
  }

  int open(String name) throws IOException {
    out.writeInt(2);
    string(name);
    int status = in.readInt();
    in.readInt();
    string();
    return status;
  }

  /** Reads all descriptors; returns how many there are. */
  int descriptors() throws IOException {
    out.writeInt(4);
    out.writeInt(0);
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      if (in.readInt() != 0) {
        continue;
      }
      string();
      string();
      string();
      in.skipNBytes(16);
      switch (in.readInt()) {
        case 1 -> in.skipNBytes(16);
        case 2 -> in.skipNBytes(4L * in.readInt());
        case 3 -> {
          for (int k = in.readInt(); k > 0; k--) {
            string();
          }
        }
        default -> {}
      }
    }
    return n;
  }

  /** {status, info}. */
  int[] setText(int option, String value) throws IOException {
    out.writeInt(5);
    out.writeInt(0);
    out.writeInt(option);
    out.writeInt(1);
    out.writeInt(3);
    out.writeInt(16);
    byte[] padded = new byte[16];
    byte[] b = value.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(b, 0, padded, 0, b.length);
    out.writeInt(16);
    out.write(padded);
    return control();
  }

  int[] setWord(int option, int type, int value) throws IOException {
    out.writeInt(5);
    out.writeInt(0);
    out.writeInt(option);
    out.writeInt(1);
    out.writeInt(type);
    out.writeInt(4);
    out.writeInt(1);
    out.writeInt(value);
    return control();
  }

  int word(int option) throws IOException {
    out.writeInt(5);
    out.writeInt(0);
    out.writeInt(option);
    out.writeInt(0);
    out.writeInt(1);
    out.writeInt(4);
    out.writeInt(1);
    out.writeInt(0);
    in.skipNBytes(20);
    int value = in.readInt();
    string();
    return value;
  }

  private int[] control() throws IOException {
    int status = in.readInt();
    int info = in.readInt();
    int type = in.readInt();
    in.readInt();
    int count = in.readInt();
    in.skipNBytes(type == 3 ? count : 4L * count);
    string();
    return new int[] {status, info};
  }

  int[] parameters() throws IOException {
    out.writeInt(6);
    out.writeInt(0);
    int[] p = new int[7];
    for (int i = 0; i < p.length; i++) {
      p[i] = in.readInt();
    }
    return p;
  }

  /** {status, port}. */
  int[] start() throws IOException {
    out.writeInt(7);
    out.writeInt(0);
    int[] s = {in.readInt(), in.readInt()};
    in.readInt();
    string();
    return s;
  }

  /** START, then the whole side; a refused start has no data. */
  Page scan() throws IOException {
    int[] p = parameters();
    int[] s = start();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    int status = s[0];
    if (status == 0) {
      try (Socket socket = new Socket(this.socket.getInetAddress(), s[1])) {
        socket.setSoTimeout(10_000);
        DataInputStream from = new DataInputStream(socket.getInputStream());
        for (int n = from.readInt(); n != -1; n = from.readInt()) {
          if (n <= 0 || n > 1 << 20) {
            throw new IOException("record of " + n);
          }
          data.write(from.readNBytes(n));
        }
        status = from.readUnsignedByte();
      }
    }
    return new Page(data.toByteArray(), status, p[4], p[5], p[3], p[1]);
  }

  void cancel() throws IOException {
    out.writeInt(8);
    out.writeInt(0);
    in.readInt();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
