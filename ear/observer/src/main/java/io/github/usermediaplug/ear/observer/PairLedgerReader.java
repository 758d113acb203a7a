package io.github.usermediaplug.ear.observer;

import io.github.usermediaplug.ear.Ledger;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;

/** The ledger for the other modules, and the session bean without which this were no EJB module. */
@Stateless(name = "Ledger")
@Local(Ledger.class)
@TransactionManagement(TransactionManagementType.BEAN)
public class PairLedgerReader implements Ledger {

  @Inject private PairLedger ledger;

  @Override
  public List<String> lines() {
    return ledger.lines();
  }
}
