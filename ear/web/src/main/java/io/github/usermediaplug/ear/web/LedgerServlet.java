package io.github.usermediaplug.ear.web;

import io.github.usermediaplug.ear.Ledger;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows what the second module has noted. */
@WebServlet("/ledger")
public class LedgerServlet extends HttpServlet {

  @Inject private transient Ledger ledger;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(String.join("\n", ledger.lines()));
  }
}
