package dev.tollgate.ingest.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.ingest.IngestReceipt;
import dev.tollgate.ingest.IngestSettings;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.Submitted;
import dev.tollgate.ingest.UsageIntake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.exc.StreamReadException;

/** {@code POST /v1/usage/events}: a JSON array, one JSON object, or a JSON object a line; gzip accepted. */
@RestController
class UsageEventsController {

    private final UsageIntake intake;
    private final EventReader reader;
    private final IngestSettings settings;

    UsageEventsController(UsageIntake intake, EventReader reader, IngestSettings settings) {
        this.intake = intake;
        this.reader = reader;
        this.settings = settings;
    }

    @PostMapping(path = "/v1/usage/events", consumes = MediaType.APPLICATION_JSON_VALUE)
    IngestReceipt recordJson(
            @AuthenticationPrincipal Viewer viewer,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            HttpServletRequest request) {
        return record(viewer, encoding, request, reader::readJson);
    }

    @PostMapping(path = "/v1/usage/events", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    IngestReceipt recordLines(
            @AuthenticationPrincipal Viewer viewer,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false) @Nullable String encoding,
            HttpServletRequest request) {
        return record(viewer, encoding, request, reader::readLines);
    }

    private interface Format {
        List<Submitted> read(InputStream body) throws IOException;
    }

    private IngestReceipt record(Viewer viewer, @Nullable String encoding, HttpServletRequest request, Format format) {
        viewer.require(Scope.USAGE_WRITE);
        try (InputStream body = new LimitedInputStream(unpack(request, encoding), settings.maxBytes())) {
            return intake.record(source(viewer), format.read(body));
        } catch (PayloadTooLargeException e) {
            throw refuse(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(e.getMessage()), e);
        } catch (StreamReadException | ZipException e) {
            throw refuse(HttpStatus.BAD_REQUEST, "The body can't be read: " + explain(e), e);
        } catch (IOException e) {
            throw refuse(HttpStatus.BAD_REQUEST, "The body ended too early.", e);
        }
    }

    static IngestSource source(Viewer viewer) {
        return new IngestSource(
                viewer.organization(),
                viewer.identity() instanceof Viewer.Key key ? key.apiKeyId().toString() : null);
    }

    private static InputStream unpack(HttpServletRequest request, @Nullable String encoding) throws IOException {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return request.getInputStream();
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return new GZIPInputStream(request.getInputStream());
        }
        throw refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The only content encoding taken is gzip.", null);
    }

    /** The place in the body is told, its content is not. */
    private static String explain(Exception problem) {
        return problem instanceof StreamReadException json
                ? "not valid JSON at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + "."
                : "not valid gzip.";
    }

    private static ErrorResponseException refuse(HttpStatus status, String detail, @Nullable Throwable cause) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
    }
}
