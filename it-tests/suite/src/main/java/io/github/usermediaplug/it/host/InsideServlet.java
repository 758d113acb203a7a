package io.github.usermediaplug.it.host;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Lets a test outside look in: at the pair events, and at what is in the heap after a collection.
 */
@WebServlet({InsideServlet.PAIRS, InsideServlet.HEAP})
public class InsideServlet extends HttpServlet {
  /** The pair events, one a line. */
  public static final String PAIRS = "/inside/pairs";

  /** The class histogram as `jcmd` prints it. */
  public static final String HEAP = "/inside/heap";

  private static final long serialVersionUID = 1L;

  @Inject private transient PairLedger ledger;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    boolean pairs = request.getServletPath().equals(PAIRS);
    response.getWriter().write(pairs ? String.join("\n", ledger.lines()) : histogram());
  }

  private static String histogram() throws IOException {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IOException(e);
    }
  }
}
