import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether nobody else has these ports: {@code PortsFree NAME PORT [NAME PORT]}. Ends with 1 and says which, if somebody has. */
class PortsFree {
  public static void main(String[] args) {
    boolean free = true;
    for (int i = 0; i + 1 < args.length; i += 2) {
      try (var socket = new ServerSocket()) {
        socket.setReuseAddress(true); // what was closed a moment ago is free
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[i + 1])));
      } catch (IOException | IllegalArgumentException e) {
        System.err.printf("kiosk: port %s cannot be had (%s); set %s to a free one%n", args[i + 1], e.getMessage(), args[i]);
        free = false;
      }
    }
    System.exit(free ? 0 : 1);
  }
}
