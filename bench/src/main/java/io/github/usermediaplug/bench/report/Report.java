package io.github.usermediaplug.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.usermediaplug.bench.result.Figure;
import io.github.usermediaplug.bench.result.Results;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code index.html} with all it needs inside, {@code results.json} and {@code results.csv}. */
public final class Report {

  private static final String CHART =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  private Report() {}

  /** Writes them over what was there. */
  public static void write(Path directory, Results results, List<Verdict> verdicts)
      throws IOException {
    Files.createDirectories(directory);
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(new Page(results, verdicts));
    Files.writeString(directory.resolve("results.json"), json);
    Files.writeString(directory.resolve("results.csv"), csv(results.figures()));
    Files.writeString(
        directory.resolve("index.html"),
        resource("report.html")
            .replace("/*CHART*/", resource(CHART).replaceAll("//# sourceMappingURL.*", ""))
            .replace("/*RESULTS*/", json.replace("</", "<\\/")));
  }

  private static String csv(List<Figure> figures) {
    return figures.stream()
        .map(
            one ->
                "%d,%s,%s,%s,%s,%s%n"
                    .formatted(
                        one.round(),
                        one.scenario(),
                        one.subject(),
                        one.name(),
                        one.unit(),
                        one.value()))
        .collect(Collectors.joining("", "round,scenario,subject,figure,unit,value\n", ""));
  }

  private static String resource(String name) throws IOException {
    try (InputStream content = Report.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new FileNotFoundException(name);
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Page(Results results, List<Verdict> verdicts) {}
}
