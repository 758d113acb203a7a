package io.github.usermediaplug.socket.outlet;

import java.nio.file.Path;
import org.apache.catalina.connector.Connector;

/** The same where the connector is that of NIO2. */
class TomcatOutletOverNio2Test extends TomcatOutletTest {

  @Override
  OneEndpoint serve(Path base) throws Exception {
    return new OneEndpoint(base, new Connector("org.apache.coyote.http11.Http11Nio2Protocol"));
  }

  /** Not here: NIO2 has a thread of its own tell where it likes. */
  @Override
  void whatTcpTakesAtOnceIsToldOfBeforeTheCallReturns() {}
}
