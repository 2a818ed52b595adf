"""A process that answers pages of one record in process and tells how long each took.

It reads one JSON object a line, {"address", "headers", "times"}, and answers one a line: {"status", "bytes", "queries",
"etag", "milliseconds", "worked"}. So one process a record can be asked in turn, and no socket is measured.
"""

import json
import sys
import time
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler


def main() -> None:
    """Answer until the input ends."""
    django.setup()
    from django.db import connection
    from django.test import RequestFactory
    from django.test.utils import CaptureQueriesContext

    from config.warming import warm_up

    # As a process of the site begins.
    warm_up()
    handler, requests = WSGIHandler(), RequestFactory(HTTP_HOST="127.0.0.1", HTTP_ACCEPT_ENCODING="gzip, deflate, br")
    handler.load_middleware()

    def ask(job: dict[str, Any]) -> Any:
        request = requests.get(job["address"], headers=job.get("headers") or {})
        response = handler.get_response(request)
        body = b"" if response.streaming else response.content
        response.close()
        return response, body

    for line in sys.stdin:
        job = json.loads(line)
        if job.get("counts"):
            with CaptureQueriesContext(connection) as queries:
                response, body = ask(job)
            answer = {"status": response.status_code, "bytes": len(body), "queries": len(queries),
                      "etag": response.headers.get("ETag", ""), "location": response.headers.get("Location", ""),
                      "sql": [query["sql"][:400] for query in queries]}  # fmt: skip
        else:
            took, worked = [], []
            for _ in range(job.get("times", 1)):
                began, at_work = time.perf_counter(), time.thread_time()
                response, body = ask(job)
                took.append((time.perf_counter() - began) * 1000)
                worked.append((time.thread_time() - at_work) * 1000)
            answer = {"status": response.status_code, "bytes": len(body), "milliseconds": took, "worked": worked}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
