package com.example.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers with plain text. */
final class Text {

  private Text() {}

  static void answer(HttpServletResponse response, List<String> lines) throws IOException {
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(String.join("\n", lines));
  }
}
