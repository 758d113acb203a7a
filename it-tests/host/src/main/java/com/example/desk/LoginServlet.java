package com.example.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the form of the page. A real desk would ask its directory; this one has one password. */
public class LoginServlet extends HttpServlet {

  private static final String PASSWORD = "open sesame";

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String agent = request.getParameter("agent");
    if (agent == null || !PASSWORD.equals(request.getParameter("password"))) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Agents.logIn(request, agent);
    response.sendRedirect("calls");
  }
}
