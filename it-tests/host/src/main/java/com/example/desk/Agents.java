package com.example.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who is logged in, by the session. */
final class Agents {

  private static final String AGENT = Agents.class.getName();

  private Agents() {}

  static void logIn(HttpServletRequest request, String agent) {
    request.getSession();
    request.changeSessionId(); // one known before the login must be worth nothing after it
    request.getSession().setAttribute(AGENT, agent);
  }

  static Optional<String> loggedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return Optional.ofNullable(session).map(one -> (String) one.getAttribute(AGENT));
  }
}
