package io.github.usermediaplug.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another Java, by its {@code jcmd}. */
public record Heap(long pid) {

  private static final Pattern USED =
      Pattern.compile("(?:garbage-first heap|def new|tenured|PSYoung|ParOld).*?used (\\d+)K");

  /** What is alive, in KiB: used after a full collection. */
  public long liveKib() {
    jcmd("GC.run");
    jcmd("GC.run");
    return usedKib();
  }

  /** What is used now, garbage too, in KiB. */
  public long usedKib() {
    String info = jcmd("GC.heap_info");
    Matcher used = USED.matcher(info);
    long sum = 0;
    while (used.find()) {
      sum += Long.parseLong(used.group(1));
    }
    if (sum == 0) {
      throw new IllegalStateException("not understood: " + info);
    }
    return sum;
  }

  /** Writes a flight recording that is under way. */
  public void dumpRecording(Path to) {
    jcmd("JFR.dump", "filename=" + to);
  }

  private String jcmd(String... command) {
    try {
      String[] all = new String[command.length + 2];
      all[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      all[1] = Long.toString(pid);
      System.arraycopy(command, 0, all, 2, command.length);
      Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("jcmd: " + said);
      }
      return said;
    } catch (IOException failure) {
      throw new UncheckedIOException("jcmd is needed, of a JDK", failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
