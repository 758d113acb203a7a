package io.github.usermediaplug.log;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A logger and what has been logged to it. */
final class RecordedLog extends Handler {

  final List<LogRecord> records = new ArrayList<>();
  final Logger logger = Logger.getAnonymousLogger();

  RecordedLog() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  List<String> messages() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
