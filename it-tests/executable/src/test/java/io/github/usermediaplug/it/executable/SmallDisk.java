package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.usermediaplug.it.process.ServerProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of one megabyte, mounted where only a shell and the servers started here see it. It
 * goes with the shell. Root may mount by itself, others where the kernel gives them a user
 * namespace.
 */
final class SmallDisk implements AutoCloseable {
  private static final String DONE = "done";
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path folder;
  private final Process shell;
  private final BufferedReader answers;
  private final BufferedWriter commands;

  private SmallDisk(Path folder) throws IOException {
    this.folder = folder;
    shell =
        new ProcessBuilder("unshare", ROOT ? "-m" : "-rm", "sh")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = shell.inputReader();
    commands = shell.outputWriter();
  }

  /** Skips the test where nothing can be mounted. */
  static SmallDisk mounted() throws IOException {
    try {
      SmallDisk disk = new SmallDisk(Data.fresh().folder());
      boolean there = disk.does("mount -t tmpfs -o size=1m tmpfs " + disk.folder);
      if (!there) {
        disk.close();
      }
      assumeTrue(there, "needs root or a user namespace, to mount a file system");
      return disk;
    } catch (IOException notThere) {
      assumeTrue(false, "needs unshare of util-linux: " + notThere);
      throw notThere;
    }
  }

  ServerProcess server() throws IOException {
    List<String> within = new ArrayList<>(List.of("nsenter", "-t", "" + shell.pid(), "-m"));
    if (!ROOT) {
      within.addAll(List.of("-U", "--preserve-credentials"));
    }
    return ServerProcess.start(within, folder);
  }

  /** Writes until there is no room for another byte. */
  void fill() throws IOException {
    try (FileChannel file =
        FileChannel.open(filler(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (true) {
        file.write(ByteBuffer.allocate(512));
      }
    } catch (IOException full) {
      assertEquals("No space left on device", full.getMessage());
    }
  }

  void makeRoom() throws IOException {
    Files.delete(filler());
  }

  /** What is open for writing stays so: the kernel makes no file system read-only under it. */
  void makeReadOnly() throws IOException {
    carryOut("mount --bind %1$s %1$s && mount -o remount,bind,ro %1$s".formatted(folder));
  }

  void makeWritable() throws IOException {
    carryOut("umount " + folder);
  }

  private Path filler() {
    return Path.of("/proc", "" + shell.pid(), "root" + folder, "filler");
  }

  private void carryOut(String command) throws IOException {
    if (!does(command)) {
      throw new IOException("this failed: " + command);
    }
  }

  private boolean does(String command) throws IOException {
    commands.write("if " + command + "; then echo " + DONE + "; else echo not; fi\n");
    commands.flush();
    return DONE.equals(answers.readLine());
  }

  @Override
  public void close() throws IOException {
    shell.destroy();
  }
}
