package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.scenario.Pace;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The command line. */
final class Options {

  @Option(
      names = "--scenarios",
      split = ",",
      description = "which of a,b,c,d,e,f,g,h; default: all but h")
  List<String> scenarios = List.of("a", "b", "c", "d", "e", "f", "g");

  @Option(
      names = "--servers",
      split = ",",
      description =
          "product and limit on which of tomcat-11, tomcat-10.1, wildfly, wildfly-io, payara, or all;"
              + " default: tomcat-11")
  List<String> servers = List.of("tomcat-11");

  @Option(
      names = "--subjects",
      split = ",",
      description = "only subjects whose name begins so, such as product or limit@wildfly")
  List<String> subjects = List.of("");

  @Option(
      names = "--attacks",
      split = ",",
      description = "which rows of (h): 1,2,3,4,5,7,8,9,12,21; default: all")
  List<Integer> attacks = List.of();

  @Option(names = "--rounds", description = "default: ${DEFAULT-VALUE}; with --quick 1")
  int rounds = 5;

  @Option(names = "--quick", description = "one short round, to see that all of it runs")
  boolean quick;

  @Option(names = "--heap", description = "of every subject in Java; default: ${DEFAULT-VALUE}")
  String heap = "1g";

  @Option(names = "--warm-up", description = "seconds of each load before it counts")
  double warmUp = -1;

  @Option(names = "--measure", description = "seconds of each load that count")
  double measure = -1;

  @Option(names = "--jvm", description = "one more flag for every subject in Java; may be repeated")
  List<String> jvm = List.of();

  @Option(
      names = "--jfr",
      description = "a directory for flight recordings of all subjects in Java")
  Path jfr;

  @Option(names = "--product", description = "the directory with the WARs; default: target")
  Path product = Path.of("target");

  @Option(names = "--bench", description = "the directory of this project; default: bench")
  Path bench = Path.of("bench");

  @Option(names = "--out", description = "where the report goes; default: bench/report")
  Path out = Path.of("bench/report");

  @Option(names = "--help", usageHelp = true, description = "says this")
  boolean help;

  int rounds() {
    return quick ? 1 : rounds;
  }

  Pace pace() {
    Pace pace = quick ? Pace.quick() : Pace.full();
    return pace.lasting(
        warmUp < 0 ? pace.warmUpSeconds() : warmUp, measure < 0 ? pace.measuredSeconds() : measure);
  }
}
