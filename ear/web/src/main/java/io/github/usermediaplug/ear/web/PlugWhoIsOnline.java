package io.github.usermediaplug.ear.web;

import io.github.usermediaplug.ear.WhoIsOnline;
import io.github.usermediaplug.plug.UserMediaPlug;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;

/** Answers the other modules. */
@Stateless(name = "WhoIsOnline")
@Local(WhoIsOnline.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class PlugWhoIsOnline implements WhoIsOnline {

  @Inject private UserMediaPlug plug;

  @Override
  public List<String> online() {
    return plug.online();
  }
}
