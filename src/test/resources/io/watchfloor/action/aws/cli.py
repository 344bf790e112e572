"""Runs lines by the aws command's own code, one after the other, and marks each at the endpoint.

usage: cli.py ENDPOINT FILE   FILE holds a JSON list of words per line
"""
import contextlib
import io
import json
import os
import sys
import urllib.request

os.environ.update(
    AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1",
    AWS_MAX_ATTEMPTS="1", AWS_EC2_METADATA_DISABLED="true", AWS_CONFIG_FILE="/dev/null",
    AWS_SHARED_CREDENTIALS_FILE="/dev/null", TZ="UTC")

from awscli.clidriver import create_clidriver  # noqa: E402

endpoint, path = sys.argv[1:]
for number, line in enumerate(open(path)):
    errors = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
        try:
            create_clidriver().main(["--endpoint-url", endpoint] + json.loads(line))
        except SystemExit:
            pass
    said = errors.getvalue().strip().replace("\n", " ")[-300:]
    urllib.request.urlopen(urllib.request.Request(
        endpoint + "/__mark/%d" % number, data=said.encode(), method="POST")).read()
