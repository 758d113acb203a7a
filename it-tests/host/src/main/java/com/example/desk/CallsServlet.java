package com.example.desk;

import io.github.usermediaplug.plug.UserMediaPlug;
import io.github.usermediaplug.plug.UserMediaPlug.Outcome;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * An agent's calls: GET says who is online, POST begins one with a customer, DELETE ends it. The
 * agent is the one who is logged in, under the same name as in the browser's {@code whoami}.
 */
public class CallsServlet extends HttpServlet {

  @Inject private transient UserMediaPlug plug;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Text.answer(response, plug.online());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String customer = request.getParameter("customer");
    if (customer == null) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    Outcome outcome = plug.pair(agent(request), customer);
    if (outcome == Outcome.PAIRED) {
      response.setStatus(HttpServletResponse.SC_CREATED);
    } else {
      response.sendError(HttpServletResponse.SC_CONFLICT, outcome.name());
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String customer = request.getParameter("customer");
    if (customer != null && plug.unpair(agent(request), customer)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static String agent(HttpServletRequest request) {
    return Agents.loggedIn(request).orElseThrow(); // AgentsOnly let nobody else through
  }
}
