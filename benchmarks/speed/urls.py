"""The addresses of the site, and beside them those of what it is compared with."""

from django.urls import path

from benchmarks.speed import compared
from config.urls import urlpatterns as ours

urlpatterns = [
    path("-compared/hello/", compared.hello),
    path("-compared/plain/<str:first>/<str:second>/", compared.plain_pair),
    *ours,
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"
