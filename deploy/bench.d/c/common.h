#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_tcp_socket.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <time.h>
#include <sys/time.h>
#include <sys/resource.h>
static double now(void){struct timespec t;clock_gettime(CLOCK_MONOTONIC,&t);return t.tv_sec+t.tv_nsec*1e-9;}
static double cpu(void){struct rusage r;getrusage(RUSAGE_SELF,&r);return r.ru_utime.tv_sec+r.ru_utime.tv_usec*1e-6+r.ru_stime.tv_sec+r.ru_stime.tv_usec*1e-6;}
static void die(const char*m){fprintf(stderr,"FAIL %s\n",m);exit(1);}
static void ck(amqp_connection_state_t c,const char*m){amqp_rpc_reply_t r=amqp_get_rpc_reply(c);
 if(r.reply_type!=AMQP_RESPONSE_NORMAL){
  if(r.reply_type==AMQP_RESPONSE_SERVER_EXCEPTION&&r.reply.id==AMQP_CHANNEL_CLOSE_METHOD){amqp_channel_close_t*x=r.reply.decoded;fprintf(stderr,"%s: channel close %d %.*s\n",m,x->reply_code,(int)x->reply_text.len,(char*)x->reply_text.bytes);}
  else if(r.reply_type==AMQP_RESPONSE_SERVER_EXCEPTION&&r.reply.id==AMQP_CONNECTION_CLOSE_METHOD){amqp_connection_close_t*x=r.reply.decoded;fprintf(stderr,"%s: conn close %d %.*s\n",m,x->reply_code,(int)x->reply_text.len,(char*)x->reply_text.bytes);}
  else fprintf(stderr,"%s: %d lib %s\n",m,r.reply_type,amqp_error_string2(r.library_error));
  exit(2);}}
static const char*setting(const char*name,const char*other){const char*v=getenv(name);return v&&*v?v:other;}
// The account comes from BENCH_VHOST, BENCH_USER and BENCH_PASSWORD.
static amqp_connection_state_t conn_open(const char*host,int port,int hb){
 amqp_connection_state_t c=amqp_new_connection();amqp_socket_t*s=amqp_tcp_socket_new(c);
 struct timeval tv={5,0};
 if(amqp_socket_open_noblock(s,host,port,&tv))die("socket");
 amqp_rpc_reply_t r=amqp_login(c,setting("BENCH_VHOST","/"),0,131072,hb,AMQP_SASL_METHOD_PLAIN,setting("BENCH_USER","guest"),setting("BENCH_PASSWORD","guest"));
 if(r.reply_type!=AMQP_RESPONSE_NORMAL)die("login");
 amqp_channel_open(c,1);ck(c,"chopen");return c;}
static void declare_q(amqp_connection_state_t c,const char*q,const char*type,int extra_n,amqp_table_entry_t*extra){
 amqp_table_entry_t e[16];int n=0;
 e[n].key=amqp_cstring_bytes("x-queue-type");e[n].value.kind=AMQP_FIELD_KIND_UTF8;e[n].value.value.bytes=amqp_cstring_bytes(type);n++;
 for(int i=0;i<extra_n;i++)e[n++]=extra[i];
 amqp_table_t t={n,e};
 amqp_queue_declare(c,1,amqp_cstring_bytes(q),0,1,0,0,t);ck(c,"declare");}
