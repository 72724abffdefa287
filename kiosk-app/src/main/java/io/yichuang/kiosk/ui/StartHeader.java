package io.yichuang.kiosk.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells with every answer which start of the terminal gives it. A page of an earlier start has to
 * begin anew; one whose server only held its breath goes on where the citizen was.
 */
@Component
final class StartHeader extends OncePerRequestFilter {
  static final String NAME = "Yichuang-Start";

  private final String start = UUID.randomUUID().toString();

  /** Of this process. */
  String start() {
    return start;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(NAME, start);
    chain.doFilter(request, response);
  }
}
